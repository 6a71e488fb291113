import { useQuery } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import { useSignedIn } from '@/shared/session/session'

const unreadCount = graphql(`
  query UnreadCount {
    viewer {
      id
      unreadNotificationCount
    }
  }
`)

/** How many notifications the reader has not read; 0 for visitors. */
export function useUnread(): number {
  const signedIn = useSignedIn()
  const [{ data }] = useQuery({ query: unreadCount, pause: !signedIn })
  return signedIn ? (data?.viewer?.unreadNotificationCount ?? 0) : 0
}
