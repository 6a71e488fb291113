import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import { useFormat } from '@/shared/i18n/format'
import { paths } from '@/shared/paths'
import { Highlighted } from '@/shared/ui/Highlighted'
import { Party } from './Party'
import styles from './posting.module.css'

const postingCard = graphql(`
  fragment PostingCard on Posting {
    __typename
    id
    title
    description
    language
    category { code name(language: $language) }
    markets
    deliveryModes
    price { min max currency }
    publishedAt
    ...PostingParty
  }
`)

type Marked = { readonly field: string; readonly fragments: readonly string[] }

/** A posting in a list, with the words of a search marked in it. */
export function PostingCard(props: { posting: FragmentType<typeof postingCard>; highlights?: readonly Marked[]; children?: ReactNode }) {
  const { t } = useTranslation()
  const format = useFormat()
  const posting = readFragment(postingCard, props.posting)
  const passages = (field: string) => props.highlights?.find((one) => one.field === field)?.fragments ?? []
  const inTitle = passages('title')[0]
  const inText = passages('description')
  return (
    <article className={styles.card} aria-label={posting.title}>
      <div className={styles.cardTop}>
        <span className={posting.__typename === 'Offering' ? styles.offering : styles.demand}>
          {posting.__typename === 'Offering' ? t('posting.offering') : t('posting.demand')}
        </span>
        {posting.category && <span className={styles.category}>{posting.category.name}</span>}
      </div>
      <h3 lang={posting.language}>
        <Link to={paths.posting(posting.id)}>{inTitle ? <Highlighted passage={inTitle} /> : posting.title}</Link>
      </h3>
      <p className={styles.snippet} lang={posting.language}>
        {inText.length > 0 ? inText.map((passage, index) => <span key={passage}>{index > 0 && ' … '}<Highlighted passage={passage} /></span>) : posting.description}
      </p>
      <Party posting={posting} />
      <ul className={styles.facts}>
        {posting.price && <li>{format.price(posting.price)}</li>}
        <li>{posting.markets.length > 0 ? format.list(posting.markets.slice(0, 4).map(format.country)) + (posting.markets.length > 4 ? ' …' : '') : t('posting.anywhere')}</li>
        {posting.deliveryModes.length > 0 && <li>{format.list(posting.deliveryModes.map((mode) => t(`mode.${mode}`)))}</li>}
        {posting.publishedAt && <li><time dateTime={posting.publishedAt}>{format.date(posting.publishedAt)}</time></li>}
      </ul>
      {props.children}
    </article>
  )
}
