import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useQuery, useSubscription } from 'urql'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import { useLanguage } from '@/shared/i18n/language'
import { useSignedIn } from '@/shared/session/session'
import { Banner } from '@/shared/ui/Banner'
import { useLiveState } from './live'
import { destination, notificationLine } from './NotificationLine'
import { useFeedback } from '@/shared/ui/feedback'

const lastNotification = graphql(`
  query LastNotification {
    viewer {
      id
      notifications(first: 1) {
        edges { cursor }
      }
    }
  }
`)

const notificationReceived = graphql(`
  subscription NotificationReceived($after: String, $language: LanguageCode!) {
    notificationReceived(after: $after) {
      id
      ... on MatchNotification {
        match { id offering { id } demand { id } }
      }
      ...NotificationLine
    }
  }
`)

/** Listens as long as somebody is signed in, and says quietly what came. */
export function LiveFeed() {
  return useSignedIn() ? <Listener /> : null
}

/** Starts after the newest notification of the inbox as it was loaded, so that nothing falls between the two. */
function Listener() {
  const language = useLanguage()
  const [start] = useQuery({ query: lastNotification, requestPolicy: 'network-only' })
  const [after, setAfter] = useState<string | null>()
  const viewer = start.data?.viewer
  if (after === undefined && viewer) setAfter(viewer.notifications.edges[0]?.cursor ?? null)
  const [received] = useSubscription({
    query: notificationReceived,
    variables: { after: after ?? null, language },
    pause: after === undefined,
  })
  useToast(received.data?.notificationReceived)
  return <LostBanner />
}

/** One toast at a time: the notification itself, or how many came in the last moments. */
function useToast(came: FragmentType<typeof notificationLine> | undefined) {
  const { notification } = useFeedback()
  const { t } = useTranslation()
  const navigate = useNavigate()
  const burst = useRef({ since: 0, count: 0 })
  useEffect(() => {
    if (!came) return
    const now = Date.now()
    const going = now - burst.current.since < 6_000
    burst.current = { since: now, count: going ? burst.current.count + 1 : 1 }
    const several = burst.current.count > 1
    const to = several ? '/inbox' : (destination(came) ?? '/inbox')
    notification.info({
      key: 'live',
      title: several ? t('inbox.severalToast', { count: burst.current.count }) : t('inbox.newToast'),
      description: readFragment(notificationLine, came).title,
      placement: 'bottomRight',
      duration: 8,
      role: 'status',
      style: { cursor: 'pointer' },
      onClick: () => {
        notification.destroy('live')
        void navigate(to)
      },
    })
  }, [came, navigate, notification, t])
}

/** Waits a moment before it worries anybody: most sockets are back within a second or two. */
function LostBanner() {
  const { t } = useTranslation()
  const lost = useLiveState() === 'lost'
  const [patient, setPatient] = useState(true)
  useEffect(() => {
    if (!lost) return
    const timer = setTimeout(() => setPatient(false), 2_500)
    return () => {
      clearTimeout(timer)
      setPatient(true)
    }
  }, [lost])
  return lost && !patient ? <Banner>{t('inbox.lost')}</Banner> : null
}
