import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import { useFormat } from '@/shared/i18n/format'
import { useUndo } from '@/shared/ui/useUndo'
import { Page } from '@/shared/ui/Page'
import { Failed, Loading, MembersOnly, Notice } from '@/shared/ui/states'
import { facetNames } from './criteria'
import styles from './search.module.css'
import { useFeedback } from '@/shared/ui/feedback'

const savedSearch = graphql(`
  fragment SavedSearchLine on SavedSearch {
    id
    name
    kind
    query
    alert
    createdAt
    filter { categories countries markets deliveryModes languages fairId organisationId }
  }
`)

const savedSearches = graphql(`
  query SavedSearches {
    viewer {
      id
      savedSearches { id ...SavedSearchLine }
    }
  }
`)

const deleteSearch = graphql(`
  mutation DeleteSavedSearch($input: DeleteSavedSearchInput!) {
    deleteSavedSearch(input: $input) {
      deletedId
      errors { code message path }
    }
  }
`)

const restoreSearch = graphql(`
  mutation RestoreSearch($input: SaveSearchInput!) {
    saveSearch(input: $input) {
      savedSearch { id }
      errors { code message path }
    }
  }
`)

export function SavedSearchesPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('saved.title')}>
      <MembersOnly>
        <SavedSearches />
      </MembersOnly>
    </Page>
  )
}

function SavedSearches() {
  const { t } = useTranslation()
  const [{ data, error, fetching }, retry] = useQuery({ query: savedSearches })
  const searches = data?.viewer?.savedSearches
  if (!searches) return fetching ? <Loading /> : <Failed error={error} retry={retry} />
  if (searches.length === 0) {
    return (
      <Notice title={t('saved.emptyTitle')} text={t('saved.emptyText')}>
        <Link to="/offerings">{t('nav.offerings')}</Link>
        <Link to="/demands">{t('nav.demands')}</Link>
      </Notice>
    )
  }
  return <ul className={styles.saved}>{searches.map((search) => <SavedSearch key={search.id} search={search} />)}</ul>
}

function SavedSearch(props: { search: FragmentType<typeof savedSearch> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { message } = useFeedback()
  const undo = useUndo()
  const { id, name, kind, query, alert, createdAt, filter } = readFragment(savedSearch, props.search)
  const [, remove] = useMutation(deleteSearch)
  const [, restore] = useMutation(restoreSearch)
  const params = new URLSearchParams(query ? { q: query } : {})
  for (const facet of facetNames) filter[facet].forEach((value) => params.append(facet, value))
  const forget = async () => {
    const { data } = await remove({ input: { id } })
    if (data?.deleteSavedSearch.deletedId) undo(t('saved.deleted', { name }), () => void restore({ input: { name, kind, query: query ?? null, alert, filter } }))
    else message.error(data?.deleteSavedSearch.errors.map((one) => one.message).join(' ') || t('state.failedText'))
  }
  return (
    <li>
      <div className={styles.savedBody}>
        <h2><Link to={{ pathname: kind === 'OFFERING' ? '/offerings' : '/demands', search: params.toString() }}>{name}</Link></h2>
        <p>
          {kind === 'OFFERING' ? t('nav.offerings') : t('nav.demands')} · {query || t('saved.everything')} · {alert ? t('saved.alertOn') : t('saved.alertOff')} · {format.date(createdAt)}
        </p>
      </div>
      <Button onClick={() => void forget()} aria-label={`${t('action.delete')}: ${name}`}>{t('action.delete')}</Button>
    </li>
  )
}
