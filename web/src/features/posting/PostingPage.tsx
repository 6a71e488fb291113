import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import { useFormat } from '@/shared/i18n/format'
import { useLanguage } from '@/shared/i18n/language'
import { paths } from '@/shared/paths'
import { Party } from '@/shared/posting/Party'
import { PostingFacts } from '@/shared/posting/PostingFacts'
import { Page } from '@/shared/ui/Page'
import { Failed, Loading, NotFoundNotice } from '@/shared/ui/states'
import styles from './posting.module.css'

const postingView = graphql(`
  fragment PostingView on Posting {
    __typename
    id
    status
    language
    title
    description
    category { code name(language: $language) }
    markets
    deliveryModes
    languages
    price { min max currency }
    publishedAt
    validUntil
    updatedAt
    organisation { id }
    source { publisher reference url }
    ...PostingParty
  }
`)

const postingPage = graphql(`
  query PostingPage($id: ID!, $language: LanguageCode!) {
    node(id: $id) {
      __typename
      id
      ...PostingView
    }
    viewer {
      id
      memberships { role organisation { id } }
    }
  }
`)

type Masked = FragmentType<typeof postingView>

export function PostingPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const [{ data, error, fetching }, retry] = useQuery({ query: postingPage, variables: { id, language: useLanguage() } })
  const node = data?.node
  if (node?.__typename !== 'Offering' && node?.__typename !== 'Demand') {
    if (fetching && !data) return <Loading />
    return <Page title={t('state.notFoundTitle')} quiet>{error ? <Failed error={error} retry={retry} /> : <NotFoundNotice />}</Page>
  }
  const mine = data?.viewer?.memberships.map(({ organisation }) => organisation.id) ?? []
  return <PostingView posting={node} mine={mine} />
}

function PostingView(props: { posting: Masked; mine: readonly string[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const posting = readFragment(postingView, props.posting)
  const kind = posting.__typename === 'Offering' ? 'OFFERING' : 'DEMAND'
  const own = props.mine.includes(posting.organisation.id)
  const actions = own && (
    <>
      <Link to={paths.matches(posting.id)}>{t('posting.showMatches')}</Link>
      <Link to={paths.editPosting(posting.id)}>{t('action.edit')}</Link>
    </>
  )
  return (
    <Page title={posting.title} actions={actions}>
      <div className={styles.meta}>
        <span className={styles.kind}>{kind === 'OFFERING' ? t('posting.offering') : t('posting.demand')}</span>
        <span className={styles.status}>{t(`posting.status${posting.status}`)}</span>
        <span>{t('posting.writtenIn')} {format.language(posting.language)}</span>
        {posting.publishedAt && <span>{t('posting.published')} <time dateTime={posting.publishedAt}>{format.date(posting.publishedAt)}</time></span>}
      </div>
      <div className={styles.view}>
        <section className={styles.panel} aria-labelledby="description">
          <h2 id="description">{t('posting.description')}</h2>
          <p className={styles.text} lang={posting.language}>{posting.description}</p>
        </section>
        <aside className={styles.side} aria-label={t('posting.facts')}>
          <section className={styles.panel}>
            <h2>{t('posting.postedBy')}</h2>
            <Party posting={posting} />
            {posting.source && (
              <p className={styles.source}>
                {t('posting.source')}: {posting.source.publisher}, {posting.source.reference}
                {posting.source.url && /^https?:/.test(posting.source.url) && <> · <a href={posting.source.url} rel="noopener noreferrer nofollow" target="_blank">{t('posting.sourceNotice')}</a></>}
              </p>
            )}
          </section>
          <section className={styles.panel}>
            <h2>{t('posting.facts')}</h2>
            <PostingFacts facts={{ ...posting, kind, category: posting.category?.name }} />
          </section>
          {!own && (
            <section className={styles.panel}>
              <p>{t('posting.callToPost')}</p>
              <Link to={kind === 'OFFERING' ? '/post/demand' : '/post/offering'}>{kind === 'OFFERING' ? t('home.postDemand') : t('home.postOffering')}</Link>
            </section>
          )}
        </aside>
      </div>
    </Page>
  )
}
