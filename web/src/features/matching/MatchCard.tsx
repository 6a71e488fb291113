import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import type { PostingKind } from '@/shared/graphql/generated/graphql'
import { ScoreBadge } from '@/shared/match/ScoreBadge'
import { paths } from '@/shared/paths'
import { Party } from '@/shared/posting/Party'
import { ReasonList } from './ReasonList'
import { Review } from './Review'
import styles from './matching.module.css'

const matchCard = graphql(`
  fragment MatchCard on Match {
    id
    score
    status
    reasons { ...MatchReasonLine }
    offering { id title language ...PostingParty }
    demand { id title language ...PostingParty }
    ...MatchReview
  }
`)

/** The other side of a match, why it fits, and what to do with it. */
export function MatchCard(props: { match: FragmentType<typeof matchCard>; ownSide: PostingKind }) {
  const { t } = useTranslation()
  const match = readFragment(matchCard, props.match)
  const other = props.ownSide === 'OFFERING' ? match.demand : match.offering
  return (
    <article className={match.status === 'DISMISSED' ? `${styles.card} ${styles.dismissed}` : styles.card} aria-label={other.title}>
      <div className={styles.cardTop}>
        <ScoreBadge score={match.score} />
        <div className={styles.grow}>
          <h2 lang={other.language}><Link to={paths.match(match.id)}>{other.title}</Link></h2>
          <Party posting={other} />
        </div>
        {match.status !== 'SUGGESTED' && <span className={styles.status}>{t(`match.status${match.status}`)}</span>}
      </div>
      <ReasonList reasons={match.reasons} />
      <div className={styles.cardFoot}>
        <Review match={match} />
        <Link to={paths.match(match.id)} aria-label={`${t('match.details')}: ${other.title}`}>{t('match.details')}</Link>
      </div>
    </article>
  )
}
