import type { DeliveryMode, PostingFilter, PostingSort } from '@/shared/graphql/generated/graphql'

/** The facets, in the order they are shown; each is a parameter of the address and a field of `PostingFilter`. */
export const facetNames = ['categories', 'countries', 'markets', 'deliveryModes', 'languages'] as const
export type FacetName = (typeof facetNames)[number]

const deliveryModes: readonly DeliveryMode[] = ['CROSS_BORDER', 'CONSUMPTION_ABROAD', 'COMMERCIAL_PRESENCE', 'PRESENCE_OF_NATURAL_PERSONS']

export type Criteria = {
  readonly query: string
  readonly filter: PostingFilter
  readonly sort: PostingSort | null
  readonly after: string | null
}

/** Reads a search from the address; what makes no sense there is left out. */
export function criteriaOf(params: URLSearchParams): Criteria {
  const listed = (name: FacetName) => params.getAll(name)
  const sort = params.get('sort')
  return {
    query: params.get('q') ?? '',
    filter: {
      categories: listed('categories'),
      countries: listed('countries'),
      markets: listed('markets'),
      deliveryModes: deliveryModes.filter((mode) => listed('deliveryModes').includes(mode)),
      languages: listed('languages'),
    },
    sort: sort === 'NEWEST' || sort === 'RELEVANCE' ? sort : null,
    after: params.get('after'),
  }
}

/** The same search with one facet value added or taken away, from its first page. */
export function toggled(params: URLSearchParams, name: FacetName, value: string): URLSearchParams {
  const next = new URLSearchParams(params)
  next.delete('after')
  if (next.getAll(name).includes(value)) next.delete(name, value)
  else next.append(name, value)
  return next
}

/** The same search with one parameter set, or removed by an empty value, from its first page. */
export function changed(params: URLSearchParams, name: 'q' | 'sort', value: string): URLSearchParams {
  const next = new URLSearchParams(params)
  next.delete('after')
  if (value) next.set(name, value)
  else next.delete(name)
  return next
}

export function cleared(params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const name of [...facetNames, 'after']) next.delete(name)
  return next
}
