import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import { useFormat } from '@/shared/i18n/format'
import { ScoreBadge } from '@/shared/match/ScoreBadge'
import { paths } from '@/shared/paths'
import styles from './home.module.css'

const newMatch = graphql(`
  fragment NewMatch on Notification {
    __typename
    id
    createdAt
    readAt
    ... on MatchNotification {
      match {
        id
        score
        offering { id title }
        demand { id title }
      }
    }
  }
`)

/** The matches among the newest notifications; the live feed puts new ones on top. */
export function NewMatches(props: { notifications: readonly FragmentType<typeof newMatch>[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const found = readFragment(newMatch, props.notifications).flatMap((one) => (one.__typename === 'MatchNotification' && one.match ? [{ ...one, match: one.match }] : []))
  return (
    <section className={styles.panel} aria-labelledby="new-matches">
      <h2 id="new-matches">{t('dashboard.newMatches')}</h2>
      {found.length === 0 && <p>{t('dashboard.noMatches')}</p>}
      <ul className={styles.rows}>
        {found.slice(0, 5).map(({ id, match, createdAt }) => (
          <li key={id}>
            <ScoreBadge score={match.score} />
            <div className={styles.grow}>
              <Link to={paths.match(match.id)}>{match.offering.title} ↔ {match.demand.title}</Link>
              <div className={styles.meta}><time dateTime={createdAt}>{format.time(createdAt)}</time></div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
