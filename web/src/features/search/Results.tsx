import { Checkbox, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { CombinedError } from 'urql'
import type { FragmentType } from '@/shared/graphql/generated/fragment-masking'
import type { PostingKind, SearchOfferingsQuery, SearchDemandsQuery } from '@/shared/graphql/generated/graphql'
import { useFormat } from '@/shared/i18n/format'
import { PostingCard } from '@/shared/posting/PostingCard'
import { Page } from '@/shared/ui/Page'
import { Failed, Loading, Notice } from '@/shared/ui/states'
import { changed, criteriaOf } from './criteria'
import { type searchFacet, Facets } from './Facets'
import { SaveSearch } from './SaveSearch'
import { SearchBox } from './SearchBox'
import styles from './search.module.css'

type Found = NonNullable<SearchOfferingsQuery['offerings'] | SearchDemandsQuery['demands']>

type ResultsProps = {
  kind: PostingKind
  title: string
  found: Found | null | undefined
  error: CombinedError | undefined
  fetching: boolean
  retry: () => void
}

/** A search's page: words, facets, what was found, and where to go on. */
export function Results(props: ResultsProps) {
  const { t } = useTranslation()
  const { found } = props
  const facets: readonly FragmentType<typeof searchFacet>[] = found?.facets ?? []
  return (
    <Page title={props.title} actions={<SaveSearch kind={props.kind} />}>
      <SearchBox key={props.kind} />
      <div className={styles.columns}>
        <Facets facets={facets} />
        <section aria-label={t('search.results')} aria-busy={props.fetching} className={styles.results}>
          <h2 className="sr-only">{t('search.results')}</h2>
          {!found && !props.fetching && <Failed error={props.error} retry={props.retry} />}
          {!found && props.fetching && <Loading lines={8} />}
          {found && <ResultList kind={props.kind} found={found} />}
        </section>
      </div>
    </Page>
  )
}

function ResultList(props: { kind: PostingKind; found: Found }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { found } = props
  const [chosen, setChosen] = useState<readonly string[]>([])
  const choose = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-4))
  if (found.edges.length === 0) return <NothingFound kind={props.kind} />
  return (
    <>
      <div className={styles.summary}>
        <p role="status">{t('search.found', { count: found.totalCount, formatted: format.number(found.totalCount) })}</p>
        <Order />
      </div>
      {found.edges.map(({ node, highlights }) => (
        <PostingCard key={node.id} posting={node} highlights={highlights}>
          {props.kind === 'OFFERING' && (
            <Checkbox className={styles.compare} checked={chosen.includes(node.id)} onChange={() => choose(node.id)} aria-label={t('search.compareAdd', { title: node.title })}>
              {t('search.compareShort')}
            </Checkbox>
          )}
        </PostingCard>
      ))}
      <Paging next={found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null} />
      {chosen.length > 0 && <CompareBar chosen={chosen} />}
    </>
  )
}

function Order() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const { query, sort } = criteriaOf(params)
  if (!query) return null
  return (
    <Segmented
      aria-label={t('search.sort')}
      value={sort ?? 'RELEVANCE'}
      options={[
        { value: 'RELEVANCE', label: t('search.sortRelevance') },
        { value: 'NEWEST', label: t('search.sortNewest') },
      ]}
      onChange={(order) => setParams(changed(params, 'sort', order))}
    />
  )
}

function Paging(props: { next: string | null | undefined }) {
  const { t } = useTranslation()
  const [params] = useSearchParams()
  const first = new URLSearchParams(params)
  first.delete('after')
  const next = new URLSearchParams(params)
  if (props.next) next.set('after', props.next)
  return (
    <div className={styles.paging}>
      {params.has('after') && <Link to={{ search: first.toString() }}>{t('action.first')}</Link>}
      {props.next && <Link to={{ search: next.toString() }} onClick={() => window.scrollTo(0, 0)}>{t('action.next')}</Link>}
    </div>
  )
}

function CompareBar(props: { chosen: readonly string[] }) {
  const { t } = useTranslation()
  const to = `/compare?${props.chosen.map((id) => `id=${encodeURIComponent(id)}`).join('&')}`
  return (
    <div role="status" className={styles.compareBar}>
      {t('search.compareBar', { count: props.chosen.length })}
      {props.chosen.length > 1 && <Link to={to}>{t('search.compareGo')}</Link>}
    </div>
  )
}

function NothingFound(props: { kind: PostingKind }) {
  const { t } = useTranslation()
  const post = props.kind === 'OFFERING' ? '/post/demand' : '/post/offering'
  return (
    <Notice title={t('search.emptyTitle')} text={t('search.emptyText')}>
      <Link to={post}>{t('search.emptyPost')}</Link>
    </Notice>
  )
}
