import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import type { PostingKind } from '@/shared/graphql/generated/graphql'
import { useLanguage } from '@/shared/i18n/language'
import { paths } from '@/shared/paths'
import { Page } from '@/shared/ui/Page'
import { Failed, Loading, MembersOnly, NotFoundNotice, Notice } from '@/shared/ui/states'
import { MatchCard } from './MatchCard'
import styles from './matching.module.css'

const matchPage = graphql(`
  fragment MatchPage on MatchConnection {
    totalCount
    edges { cursor node { id ...MatchCard } }
    pageInfo { hasNextPage endCursor }
  }
`)

const matchesPage = graphql(`
  query MatchesPage($id: ID!, $after: String, $minScore: Int!, $language: LanguageCode!) {
    node(id: $id) {
      __typename
      id
      ... on Offering {
        title
        matches(first: 20, after: $after, minScore: $minScore) { ...MatchPage }
      }
      ... on Demand {
        title
        matches(first: 20, after: $after, minScore: $minScore) { ...MatchPage }
      }
    }
  }
`)

const scores = ['0', '60', '80'] as const

export function MatchesPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('match.title')}>
      <MembersOnly>
        <Matches />
      </MembersOnly>
    </Page>
  )
}

function Matches() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  const minScore = Number(scores.find((score) => score === params.get('from')) ?? '60')
  const [{ data, error, fetching }, retry] = useQuery({ query: matchesPage, variables: { id, minScore, after: params.get('after'), language: useLanguage() } })
  const node = data?.node
  if (!data) return fetching ? <Loading /> : <Failed error={error} retry={retry} />
  if (node?.__typename !== 'Offering' && node?.__typename !== 'Demand') return <NotFoundNotice />
  return (
    <>
      <div className={styles.top}>
        <p><Link to={paths.posting(id)}>{t('match.of', { title: node.title })}</Link></p>
        <MinScore />
      </div>
      {node.matches ? <MatchList matches={node.matches} ownSide={node.__typename === 'Offering' ? 'OFFERING' : 'DEMAND'} /> : <Failed error={error} retry={retry} />}
    </>
  )
}

function MinScore() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const texts = { 0: t('match.minAll'), 60: t('match.minGood'), 80: t('match.minBest') }
  return (
    <Segmented
      aria-label={t('match.minScore')}
      value={scores.find((score) => score === params.get('from')) ?? '60'}
      options={scores.map((value) => ({ value, label: texts[value] }))}
      onChange={(from) => setParams({ from })}
    />
  )
}

function MatchList(props: { matches: FragmentType<typeof matchPage>; ownSide: PostingKind }) {
  const { t } = useTranslation()
  const [params] = useSearchParams()
  const { totalCount, edges, pageInfo } = readFragment(matchPage, props.matches)
  if (edges.length === 0) return <Notice title={t('match.emptyTitle')} text={t('match.emptyText')} />
  const next = new URLSearchParams(params)
  if (pageInfo.endCursor) next.set('after', pageInfo.endCursor)
  return (
    <>
      <p role="status" className={styles.count}>{t('match.count', { count: totalCount })}</p>
      <div className={styles.list}>
        {edges.map(({ node }) => <MatchCard key={node.id} match={node} ownSide={props.ownSide} />)}
      </div>
      {pageInfo.hasNextPage && <p className={styles.next}><Link to={{ search: next.toString() }}>{t('action.next')}</Link></p>}
    </>
  )
}
