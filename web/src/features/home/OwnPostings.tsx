import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import type { PostingStatus } from '@/shared/graphql/generated/graphql'
import { Failed, Loading } from '@/shared/ui/states'
import { OwnPosting } from './OwnPosting'
import styles from './home.module.css'

const ownPostings = graphql(`
  query OwnPostings($organisationId: ID!, $status: PostingStatus, $after: String) {
    node(id: $organisationId) {
      __typename
      id
      ... on Organisation {
        postings(status: $status, first: 20, after: $after) {
          totalCount
          edges { cursor node { id ...OwnPosting } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`)

const statuses = ['PUBLISHED', 'DRAFT', 'WITHDRAWN', 'EXPIRED'] as const

/** An organisation's postings by status, last changed first. */
export function OwnPostings(props: { organisationId: string; name: string }) {
  const { t } = useTranslation()
  const [status, setStatus] = useState<PostingStatus>('PUBLISHED')
  const [after, setAfter] = useState<string | null>(null)
  const [{ data, error, fetching }, retry] = useQuery({ query: ownPostings, variables: { organisationId: props.organisationId, status, after } })
  const postings = data?.node?.__typename === 'Organisation' ? data.node.postings : null
  const title = t('dashboard.postings', { name: props.name })
  return (
    <section className={styles.panel} aria-label={title}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        <Segmented
          aria-label={t('dashboard.statusFilter')}
          value={status}
          options={statuses.map((value) => ({ value, label: t(`posting.status${value}`) }))}
          onChange={(next) => {
            setStatus(next)
            setAfter(null)
          }}
        />
      </div>
      {!postings && (fetching ? <Loading /> : <Failed error={error} retry={retry} />)}
      {postings?.edges.length === 0 && (status === 'PUBLISHED' ? <p><Link to="/post/offering">{t('dashboard.emptyPostings')}</Link></p> : <p>{t('organisation.noPostings')}</p>)}
      <ul className={styles.rows}>{postings?.edges.map(({ node }) => <OwnPosting key={node.id} posting={node} />)}</ul>
      {postings?.pageInfo.hasNextPage && <button type="button" onClick={() => setAfter(postings.pageInfo.endCursor ?? null)}>{t('action.next')}</button>}
    </section>
  )
}
