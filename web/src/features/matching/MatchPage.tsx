import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import { useLanguage } from '@/shared/i18n/language'
import { ScoreBadge } from '@/shared/match/ScoreBadge'
import { paths } from '@/shared/paths'
import { Party } from '@/shared/posting/Party'
import { PostingFacts } from '@/shared/posting/PostingFacts'
import { Page } from '@/shared/ui/Page'
import { Failed, Loading, MembersOnly, NotFoundNotice } from '@/shared/ui/states'
import { type Mark, Marked } from './Marked'
import { ReasonList } from './ReasonList'
import { Review } from './Review'
import styles from './matching.module.css'

const matchSide = graphql(`
  fragment MatchSide on Posting {
    __typename
    id
    title
    description
    language
    category { code name(language: $language) }
    markets
    deliveryModes
    languages
    price { min max currency }
    validUntil
    ...PostingParty
  }
`)

const matchView = graphql(`
  fragment MatchView on Match {
    id
    score
    status
    reasons {
      ...MatchReasonLine
      evidence { side field start end }
    }
    offering { id ...MatchSide }
    demand { id ...MatchSide }
    ...MatchReview
  }
`)

const matchPage = graphql(`
  query MatchPage($id: ID!, $language: LanguageCode!) {
    node(id: $id) {
      __typename
      id
      ...MatchView
    }
  }
`)

export function MatchPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('match.why')}>
      <MembersOnly>
        <LoadedMatch />
      </MembersOnly>
    </Page>
  )
}

function LoadedMatch() {
  const { id = '' } = useParams()
  const [{ data, error, fetching }, retry] = useQuery({ query: matchPage, variables: { id, language: useLanguage() } })
  if (!data && fetching) return <Loading lines={8} />
  if (error && !data?.node) return <Failed error={error} retry={retry} />
  return data?.node?.__typename === 'Match' ? <MatchView match={data.node} /> : <NotFoundNotice />
}

/** The reasons above, the two postings side by side below, with the words that the reasons rest on marked. */
function MatchView(props: { match: FragmentType<typeof matchView> }) {
  const { t } = useTranslation()
  const match = readFragment(matchView, props.match)
  const evidence = match.reasons.flatMap((reason) => reason.evidence)
  return (
    <>
      <section className={styles.card} aria-label={t('match.why')}>
        <div className={styles.cardTop}>
          <ScoreBadge score={match.score} />
          <div className={styles.grow}>
            <p className={styles.scoreText}>{t('match.scoreOf', { score: match.score })}</p>
            <span className={styles.status}>{t(`match.status${match.status}`)}</span>
          </div>
          <Review match={match} />
        </div>
        <ReasonList reasons={match.reasons} />
      </section>
      <section aria-labelledby="sides">
        <h2 id="sides" className={styles.sidesTitle}>{t('match.sideBySide')}</h2>
        {evidence.length > 0 && <p className={styles.count}>{t('match.evidence')}</p>}
        <div className={styles.sides}>
          <Side posting={match.offering} marks={evidence.filter(({ side }) => side === 'OFFERING')} />
          <Side posting={match.demand} marks={evidence.filter(({ side }) => side === 'DEMAND')} />
        </div>
      </section>
    </>
  )
}

function Side(props: { posting: FragmentType<typeof matchSide>; marks: readonly (Mark & { readonly field: string })[] }) {
  const { t } = useTranslation()
  const posting = readFragment(matchSide, props.posting)
  const marks = (field: string) => props.marks.filter((mark) => mark.field === field)
  const kind = posting.__typename === 'Offering' ? 'OFFERING' : 'DEMAND'
  return (
    <article className={styles.side} aria-label={posting.title}>
      <p className={styles.kind}>{kind === 'OFFERING' ? t('posting.offering') : t('posting.demand')}</p>
      <h3 lang={posting.language}><Link to={paths.posting(posting.id)}><Marked text={posting.title} marks={marks('title')} /></Link></h3>
      <Party posting={posting} />
      <p className={styles.text} lang={posting.language}><Marked text={posting.description} marks={marks('description')} /></p>
      <PostingFacts facts={{ ...posting, kind, category: posting.category?.name }} />
    </article>
  )
}
