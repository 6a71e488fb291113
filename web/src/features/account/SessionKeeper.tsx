import { lazy, Suspense, useEffect } from 'react'
import { useMutation } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import { type Session, sessions, useSession } from '@/shared/session/session'

const renewSession = graphql(`
  mutation RenewSession {
    renewSession {
      session { accessToken expiresAt }
      errors { code message path }
    }
  }
`)

const ExpiredDialog = lazy(async () => ({ default: (await import('./ExpiredDialog')).ExpiredDialog }))

/** Five minutes before its end, or at half of what is left of a short session. */
function renewalIn(session: Session) {
  const left = Date.parse(session.expiresAt) - Date.now()
  return Math.max(left - 5 * 60_000, left / 2, 0)
}

/** Renews the session in good time; when that fails, ends it without taking anything off the page. */
export function SessionKeeper() {
  const state = useSession()
  const session = state.kind === 'signedIn' ? state.session : null
  const [, renew] = useMutation(renewSession)
  useEffect(() => {
    if (!session) return
    const renewal = setTimeout(() => {
      void renew({}).then(({ data }) => {
        const renewed = data?.renewSession.session
        if (renewed) sessions.begin({ ...session, ...renewed })
      })
    }, renewalIn(session))
    const end = setTimeout(sessions.expire, Date.parse(session.expiresAt) - Date.now())
    return () => {
      clearTimeout(renewal)
      clearTimeout(end)
    }
  }, [session, renew])
  return state.kind === 'expired' ? <Suspense><ExpiredDialog /></Suspense> : null
}
