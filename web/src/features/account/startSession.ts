import { sessions } from '@/shared/session/session'

type Opened = {
  readonly session?: { readonly accessToken: string; readonly expiresAt: string } | null
  readonly viewer?: { readonly id: string } | null
}

/** Begins the session that a sign-in or sign-up led to; tells whether there is one. */
export function startSession({ session, viewer }: Opened): boolean {
  if (!session || !viewer) return false
  sessions.begin({ viewerId: viewer.id, accessToken: session.accessToken, expiresAt: session.expiresAt })
  return true
}
