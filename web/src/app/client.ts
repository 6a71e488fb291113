import { Client, type CombinedError, fetchExchange, mapExchange, subscriptionExchange } from '@urql/core'
import i18next from 'i18next'
import { liveForwarder } from '@/features/notification/live'
import { sessions } from '@/shared/session/session'
import { cache } from './cache'

/** A client for one person's data; null is a visitor. */
export function createAppClient(viewerId: string | null) {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => {
      const token = viewerId === null ? undefined : sessions.token()
      return {
        headers: {
          'Accept-Language': i18next.language,
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
        },
      }
    },
    exchanges: [
      mapExchange({ onError: (error) => { if (isUnauthenticated(error)) sessions.expire() } }),
      cache(),
      fetchExchange,
      subscriptionExchange({ forwardSubscription: liveForwarder }),
    ],
  })
}

function isUnauthenticated(error: CombinedError) {
  return statusOf(error.response) === 401 || error.graphQLErrors.some((one) => one.extensions['code'] === 'UNAUTHENTICATED')
}

function statusOf(response: unknown) {
  return response instanceof Response ? response.status : undefined
}
