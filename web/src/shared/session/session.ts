import { useSyncExternalStore } from 'react'

/** A person's bearer token, and whose it is. */
export type Session = { readonly viewerId: string; readonly accessToken: string; readonly expiresAt: string }

/** `expired` still knows whose session it was, so that the same person goes on where the session ended. */
export type SessionState =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'signedIn'; readonly session: Session }
  | { readonly kind: 'expired'; readonly viewerId: string }

const key = 'fairbridge.session'
const anonymous: SessionState = { kind: 'anonymous' }
const listeners = new Set<() => void>()
let state: SessionState = read(localStorage.getItem(key))

function read(stored: string | null): SessionState {
  const session = parsed(stored)
  return session && Date.parse(session.expiresAt) > Date.now() ? { kind: 'signedIn', session } : anonymous
}

function parsed(stored: string | null): Session | null {
  if (stored === null) return null
  try {
    const value: unknown = JSON.parse(stored)
    return isSession(value) ? value : null
  } catch {
    return null
  }
}

function isSession(value: unknown): value is Session {
  return (
    typeof value === 'object' && value !== null && 'viewerId' in value && 'accessToken' in value && 'expiresAt' in value
  )
}

function become(next: SessionState) {
  state = next
  listeners.forEach((listener) => listener())
}

function store(next: SessionState) {
  if (next.kind === 'signedIn') localStorage.setItem(key, JSON.stringify(next.session))
  else localStorage.removeItem(key)
  become(next)
}

// Another tab signed in, out, or renewed.
window.addEventListener('storage', (event) => {
  if (event.key === key) become(read(event.newValue))
})

export const sessions = {
  now: () => state,
  token: () => (state.kind === 'signedIn' ? state.session.accessToken : undefined),
  begin: (session: Session) => store({ kind: 'signedIn', session }),
  end: () => store(anonymous),
  expire: () => {
    if (state.kind === 'signedIn') store({ kind: 'expired', viewerId: state.session.viewerId })
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}

export function useSession(): SessionState {
  return useSyncExternalStore(sessions.subscribe, sessions.now)
}

/** Whose data the cache may hold: null for anybody's. */
export function useViewerId(): string | null {
  const now = useSession()
  switch (now.kind) {
    case 'anonymous':
      return null
    case 'signedIn':
      return now.session.viewerId
    case 'expired':
      return now.viewerId
  }
}

export function useSignedIn(): boolean {
  return useViewerId() !== null
}
