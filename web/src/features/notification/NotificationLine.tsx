import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import { useFormat } from '@/shared/i18n/format'
import { ScoreBadge } from '@/shared/match/ScoreBadge'
import { paths } from '@/shared/paths'
import styles from './notification.module.css'

export const notificationLine = graphql(`
  fragment NotificationLine on Notification {
    __typename
    id
    cursor
    createdAt
    readAt
    title(language: $language)
    ... on MatchNotification {
      match {
        id
        score
        offering { id title }
        demand { id title }
      }
      times { postedAt matchedAt }
    }
    ... on SavedSearchNotification {
      savedSearch { id name }
      posting { id title }
    }
    ... on AnnouncementNotification {
      announcement { id body(language: $language) }
    }
  }
`)

type Line = FragmentType<typeof notificationLine>

/** One notification: what happened, where it leads, whether it was read. */
export function NotificationLine(props: { notification: Line; onRead: (id: string) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const line = readFragment(notificationLine, props.notification)
  const to = destination(props.notification)
  const read = () => { if (!line.readAt) props.onRead(line.id) }
  return (
    <article className={line.readAt ? styles.line : `${styles.line} ${styles.unread}`} aria-label={line.title}>
      {line.__typename === 'MatchNotification' && line.match && <ScoreBadge score={line.match.score} />}
      <div className={styles.body}>
        <h2>{to ? <Link to={to} onClick={read}>{line.title}</Link> : line.title}</h2>
        <Details line={props.notification} />
        <p className={styles.meta}>
          {!line.readAt && <strong>{t('inbox.unread')}</strong>}
          <time dateTime={line.createdAt}>{format.time(line.createdAt)}</time>
        </p>
      </div>
      {!line.readAt && (
        <button type="button" className={styles.read} onClick={read}>
          {t('inbox.markRead')}
        </button>
      )}
    </article>
  )
}

function Details(props: { line: Line }) {
  const { t } = useTranslation()
  const format = useFormat()
  const line = readFragment(notificationLine, props.line)
  switch (line.__typename) {
    case 'MatchNotification': {
      const duration = Date.parse(line.times.matchedAt) - Date.parse(line.times.postedAt)
      return (
        <p>
          {line.match && `${line.match.offering.title} ↔ ${line.match.demand.title}`}
          {duration >= 0 && duration < 60_000 && <span className={styles.took}> · {t('inbox.took', { duration: format.duration(duration) })}</span>}
        </p>
      )
    }
    case 'SavedSearchNotification':
      return line.posting && <p>{line.posting.title}</p>
    case 'AnnouncementNotification':
      return line.announcement && <p className={styles.text}>{line.announcement.body}</p>
  }
}

/** The page that a notification is about. */
export function destination(notification: Line): string | undefined {
  const line = readFragment(notificationLine, notification)
  switch (line.__typename) {
    case 'MatchNotification':
      return line.match ? paths.match(line.match.id) : undefined
    case 'SavedSearchNotification':
      return line.posting ? paths.posting(line.posting.id) : undefined
    case 'AnnouncementNotification':
      return undefined
  }
}
