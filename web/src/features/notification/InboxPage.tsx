import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import { useLanguage } from '@/shared/i18n/language'
import { Page } from '@/shared/ui/Page'
import { Failed, Loading, MembersOnly, Notice } from '@/shared/ui/states'
import { NotificationLine } from './NotificationLine'
import styles from './notification.module.css'

const inboxPage = graphql(`
  query Inbox($after: String, $unreadOnly: Boolean!, $language: LanguageCode!) {
    viewer {
      id
      notifications(first: 20, after: $after, unreadOnly: $unreadOnly) {
        edges {
          cursor
          node {
            id
            ...NotificationLine
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`)

const markRead = graphql(`
  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      unreadNotificationCount
      errors { code message path }
    }
  }
`)

export function InboxPage() {
  const { t } = useTranslation()
  return (
    <MembersOnly>
      <Inbox title={t('inbox.title')} />
    </MembersOnly>
  )
}

function Inbox(props: { title: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [params, setParams] = useSearchParams()
  const unreadOnly = params.has('unread')
  const [inbox, retry] = useQuery({ query: inboxPage, variables: { after: params.get('after'), unreadOnly, language } })
  const [, mark] = useMutation(markRead)
  const page = inbox.data?.viewer?.notifications
  const newest = page?.edges[0]?.cursor
  const actions = (
    <>
      <Checkbox checked={unreadOnly} onChange={(event) => setParams(event.target.checked ? { unread: '' } : {})}>
        {t('inbox.unreadOnly')}
      </Checkbox>
      <Button disabled={!newest} onClick={() => newest && void mark({ input: { upTo: newest } })}>
        {t('inbox.markAll')}
      </Button>
    </>
  )
  return (
    <Page title={props.title} actions={actions}>
      {!page && !inbox.fetching && <Failed error={inbox.error} retry={retry} />}
      {!page && inbox.fetching && <Loading />}
      {page && page.edges.length === 0 && (
        unreadOnly ? <Notice title={t('inbox.emptyUnread')} /> : <Notice title={t('inbox.emptyTitle')} text={t('inbox.emptyText')} />
      )}
      <div className={styles.list}>
        {page?.edges.map(({ node }) => (
          <NotificationLine key={node.id} notification={node} onRead={(id) => void mark({ input: { ids: [id] } })} />
        ))}
      </div>
      {page?.pageInfo.hasNextPage && page.pageInfo.endCursor && (
        <div className={styles.foot}>
          <Button onClick={() => setParams({ ...(unreadOnly ? { unread: '' } : {}), after: page.pageInfo.endCursor ?? '' })}>{t('inbox.more')}</Button>
        </div>
      )}
    </Page>
  )
}
