import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import { useLanguage } from '@/shared/i18n/language'
import { criteriaOf } from './criteria'
import { Results } from './Results'

const offeringSearch = graphql(`
  query SearchOfferings($query: String, $filter: PostingFilter, $sort: PostingSort, $after: String, $language: LanguageCode!) {
    offerings(query: $query, filter: $filter, sort: $sort, first: 20, after: $after) {
      totalCount
      edges { cursor highlights { field fragments } node { id title ...PostingCard } }
      pageInfo { hasNextPage endCursor }
      facets { ...SearchFacet }
    }
  }
`)

const demandSearch = graphql(`
  query SearchDemands($query: String, $filter: PostingFilter, $sort: PostingSort, $after: String, $language: LanguageCode!) {
    demands(query: $query, filter: $filter, sort: $sort, first: 20, after: $after) {
      totalCount
      edges { cursor highlights { field fragments } node { id title ...PostingCard } }
      pageInfo { hasNextPage endCursor }
      facets { ...SearchFacet }
    }
  }
`)

function useVariables() {
  const [params] = useSearchParams()
  const language = useLanguage()
  const { query, filter, sort, after } = criteriaOf(params)
  return { query: query || null, filter, sort, after, language }
}

export function OfferingSearch() {
  const { t } = useTranslation()
  const [{ data, error, fetching }, retry] = useQuery({ query: offeringSearch, variables: useVariables() })
  return <Results kind="OFFERING" title={t('search.offeringsTitle')} found={data?.offerings} error={error} fetching={fetching} retry={retry} />
}

export function DemandSearch() {
  const { t } = useTranslation()
  const [{ data, error, fetching }, retry] = useQuery({ query: demandSearch, variables: useVariables() })
  return <Results kind="DEMAND" title={t('search.demandsTitle')} found={data?.demands} error={error} fetching={fetching} retry={retry} />
}
