import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import { useFormat } from '@/shared/i18n/format'
import { cleared, facetNames, type FacetName, toggled } from './criteria'
import styles from './search.module.css'

export const searchFacet = graphql(`
  fragment SearchFacet on Facet {
    name
    buckets { value label(language: $language) count }
  }
`)

const shownAtOnce = 8

type Bucket = { readonly value: string; readonly label: string; readonly count: number }

/** What was found, counted by its properties; each count narrows the search. Folded on a small screen. */
export function Facets(props: { facets: readonly FragmentType<typeof searchFacet>[] }) {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const [open, setOpen] = useState(false)
  const facets = readFragment(searchFacet, props.facets)
  const chosen = facetNames.flatMap((name) => params.getAll(name)).length
  return (
    <aside className={styles.facets} aria-label={t('search.filters')}>
      <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        {chosen > 0 ? t('search.filtersShown', { count: chosen }) : t('search.filters')}
      </button>
      <div className={open ? styles.facetList : `${styles.facetList} ${styles.folded}`}>
        {chosen > 0 && (
          <button type="button" className={styles.link} onClick={() => setParams(cleared(params))}>
            {t('search.clear')}
          </button>
        )}
        {facetNames.map((name) => (
          <FacetGroup key={name} name={name} buckets={facets.find((facet) => facet.name === name)?.buckets ?? []} />
        ))}
      </div>
    </aside>
  )
}

function FacetGroup(props: { name: FacetName; buckets: readonly Bucket[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [params, setParams] = useSearchParams()
  const [all, setAll] = useState(false)
  const chosen = params.getAll(props.name)
  const buckets = withChosen(props.buckets.filter((bucket) => bucket.value !== 'S'), chosen)
  if (buckets.length === 0) return null
  const shown = all ? buckets : buckets.filter((bucket, index) => index < shownAtOnce || chosen.includes(bucket.value))
  return (
    <fieldset className={styles.facet}>
      <legend>{t(`facet.${props.name}`)}</legend>
      {shown.map((bucket) => (
        <Checkbox key={bucket.value} checked={chosen.includes(bucket.value)} onChange={() => setParams(toggled(params, props.name, bucket.value))}>
          {bucket.label} <span className={styles.bucketCount}>{format.number(bucket.count)}</span>
        </Checkbox>
      ))}
      {buckets.length > shownAtOnce && (
        <button type="button" className={styles.link} onClick={() => setAll(!all)}>
          {all ? t('search.fewer') : t('search.more', { count: buckets.length - shown.length })}
        </button>
      )}
    </fieldset>
  )
}

/** A chosen value stays to be taken away, even when nothing has it. */
function withChosen(buckets: readonly Bucket[], chosen: readonly string[]): readonly Bucket[] {
  const missing = chosen.filter((value) => !buckets.some((bucket) => bucket.value === value))
  return [...missing.map((value) => ({ value, label: value, count: 0 })), ...buckets]
}
