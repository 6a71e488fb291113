import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import { useFormat } from '@/shared/i18n/format'
import { useLanguage } from '@/shared/i18n/language'
import { PostingCard } from '@/shared/posting/PostingCard'
import { PageTitle } from '@/shared/ui/Page'
import { Failed, Loading } from '@/shared/ui/states'
import { HeroSearch } from './HeroSearch'
import { Categories } from './Categories'
import styles from './home.module.css'

const homePage = graphql(`
  query Home($language: LanguageCode!) {
    offerings(sort: NEWEST, first: 4) {
      totalCount
      edges { cursor node { id ...PostingCard } }
      facets {
        name
        buckets { value label(language: $language) count }
      }
    }
    demands(sort: NEWEST, first: 4) {
      totalCount
      edges { cursor node { id ...PostingCard } }
      facets {
        name
        buckets { value }
      }
    }
  }
`)

/** The front page: what this is, in ten seconds, with what is on the market now. */
export function Home() {
  const { t } = useTranslation()
  const language = useLanguage()
  const [home, retry] = useQuery({ query: homePage, variables: { language } })
  const offerings = home.data?.offerings
  const demands = home.data?.demands
  const countries = new Set([offerings, demands].flatMap((found) => found?.facets.find((facet) => facet.name === 'countries')?.buckets.map((bucket) => bucket.value) ?? []))
  return (
    <>
      <PageTitle>{t('brand.line')}</PageTitle>
      <section className={styles.hero}>
        <div className={styles.heroInner}>
          <h1>{t('home.title')}</h1>
          <p className={styles.lead}>{t('home.lead')}</p>
          <HeroSearch />
          <p className={styles.calls}>
            <Link to="/post/offering">{t('home.postOffering')}</Link>
            <Link to="/post/demand">{t('home.postDemand')}</Link>
          </p>
        </div>
      </section>
      <div className={styles.content}>
        {offerings && demands && <Numbers offerings={offerings.totalCount} demands={demands.totalCount} countries={countries.size} />}
        <HowItWorks />
        {home.fetching && !home.data && <Loading />}
        {!home.fetching && !offerings && <Failed error={home.error} retry={retry} />}
        {offerings && <Categories buckets={offerings.facets.find((facet) => facet.name === 'categories')?.buckets ?? []} />}
        {offerings && (
          <Newest title={t('home.newestOfferings')} all="/offerings?sort=NEWEST">
            {offerings.edges.map(({ node }) => <PostingCard key={node.id} posting={node} />)}
          </Newest>
        )}
        {demands && (
          <Newest title={t('home.newestDemands')} all="/demands?sort=NEWEST">
            {demands.edges.map(({ node }) => <PostingCard key={node.id} posting={node} />)}
          </Newest>
        )}
      </div>
    </>
  )
}

function Numbers(props: { offerings: number; demands: number; countries: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <section aria-label={t('home.numbers')} className={styles.numbers}>
      <p><strong>{format.number(props.offerings)}</strong> {t('home.offeringsCount')}</p>
      <p><strong>{format.number(props.demands)}</strong> {t('home.demandsCount')}</p>
      <p><strong>{format.number(props.countries)}</strong> {t('home.countriesCount')}</p>
    </section>
  )
}

function HowItWorks() {
  const { t } = useTranslation()
  const steps = [
    [t('home.step1'), t('home.step1Text')],
    [t('home.step2'), t('home.step2Text')],
    [t('home.step3'), t('home.step3Text')],
  ] as const
  return (
    <section aria-labelledby="how" className={styles.section}>
      <h2 id="how">{t('home.how')}</h2>
      <ol className={styles.steps}>
        {steps.map(([title, text]) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Newest(props: { title: string; all: string; children: ReactNode[] }) {
  const { t } = useTranslation()
  return (
    <section aria-label={props.title} className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{props.title}</h2>
        <Link to={props.all}>{t('action.all')}</Link>
      </div>
      {props.children.length === 0 ? <p>{t('home.empty')}</p> : <div className={styles.cards}>{props.children}</div>}
    </section>
  )
}
