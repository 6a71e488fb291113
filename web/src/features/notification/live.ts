import type { SubscriptionExchangeOpts } from '@urql/core'
import type { Client } from 'graphql-ws'
import { useSyncExternalStore } from 'react'
import { sessions } from '@/shared/session/session'

/** How the socket stands; `idle` when nobody listens. */
export type LiveState = 'idle' | 'live' | 'lost'

let state: LiveState = 'idle'
const listeners = new Set<() => void>()

function become(next: LiveState) {
  if (state === next) return
  state = next
  listeners.forEach((listener) => listener())
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => state,
  )
}

let opened: Promise<Client> | null = null

function client(): Promise<Client> {
  opened ??= open()
  return opened
}

async function open(): Promise<Client> {
  const { createClient } = await import('graphql-ws')
  const made = createClient({
    url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: () => {
      const token = sessions.token()
      return token ? { Authorization: `Bearer ${token}` } : {}
    },
    keepAlive: 12_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (retries) => delay(Math.min(15_000, 500 * 2 ** Math.min(retries, 5)) * (0.75 + Math.random() / 2)),
    shouldRetry: () => sessions.token() !== undefined,
    on: {
      connected: () => become('live'),
      closed: () => become(sessions.token() ? 'lost' : 'idle'),
    },
  })
  reconnectOnRenewal(made)
  return made
}

/** The server ends a socket with its token, so a renewed token opens a new one in good time. */
function reconnectOnRenewal(made: Client) {
  let token = sessions.token()
  sessions.subscribe(() => {
    const next = sessions.token()
    if (next !== token && next !== undefined && token !== undefined) made.terminate()
    token = next
  })
}

const delay = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/**
 * Sends subscriptions over one socket that repairs itself. Whenever it has to subscribe again it goes on
 * after the last cursor it saw, so nothing is lost and nothing comes twice.
 */
export const liveForwarder: SubscriptionExchangeOpts['forwardSubscription'] = (request) => ({
  subscribe: (sink) => {
    let over = false
    let stop = () => {}
    let lastCursor: unknown = request.variables?.['after']
    const start = async () => {
      const socket = await client()
      if (over) return
      stop = socket.subscribe(
        {
          query: request.query ?? '',
          variables: {
            ...request.variables,
            // Read anew each time the message is written, also when the socket comes back.
            get after() {
              return lastCursor
            },
          },
        },
        {
          next: (result) => {
            lastCursor = cursorOf(result.data) ?? lastCursor
            sink.next({ data: result.data, errors: result.errors })
          },
          error: (error) => sink.error(error),
          complete: () => {
            if (over) return
            // The server ended it, for example with the old token: go on with the present one.
            if (sessions.token()) void delay(1_000).then(start)
            else sink.complete()
          },
        },
      )
    }
    void start()
    return {
      unsubscribe: () => {
        over = true
        stop()
      },
    }
  },
})

function cursorOf(data: Record<string, unknown> | null | undefined): string | undefined {
  const received = data?.['notificationReceived']
  if (typeof received !== 'object' || received === null || !('cursor' in received)) return undefined
  return typeof received.cursor === 'string' ? received.cursor : undefined
}
