/** An offering as the server tells it, with what a test cares about. */
export function anOffering(differing: Record<string, unknown> = {}) {
  return { __typename: 'Offering', ...posting, ...differing }
}

export function aDemand(differing: Record<string, unknown> = {}) {
  return { __typename: 'Demand', ...posting, id: 'demand-1', title: 'Cross-border payment for a retail chain', language: 'en', ...differing }
}

export function aCategory(code: string, name: string) {
  return { code, name, parent: { code: 'S' }, children: [] }
}

export function anOrganisation(differing: Record<string, unknown> = {}) {
  return { __typename: 'Organisation', id: 'org-1', name: 'Silk Road Soft', country: 'CN', capacities: ['EXPORTER'], verification: 'VERIFIED', description: '', languages: ['zh'], nameTranslations: [], createdAt: '2026-01-05T08:00:00Z', ...differing }
}

const posting = {
  id: 'offering-1',
  revision: 1,
  status: 'PUBLISHED',
  language: 'zh',
  title: '跨境支付系统开发',
  description: '为零售企业开发跨境支付系统。',
  category: aCategory('SI2', 'Computer services'),
  markets: ['DE', 'SG'],
  deliveryModes: ['CROSS_BORDER'],
  languages: ['zh', 'en'],
  price: { min: 10_000, max: 50_000, currency: 'USD' },
  organisation: anOrganisation(),
  publishedAt: '2026-09-10T08:00:00Z',
  validUntil: null,
  updatedAt: '2026-09-10T08:00:00Z',
  source: null,
}

export function aConnection(nodes: readonly unknown[], differing: Record<string, unknown> = {}) {
  return {
    totalCount: nodes.length,
    edges: nodes.map((node, index) => ({ cursor: `c${index}`, node, highlights: [] })),
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    facets: [],
    ...differing,
  }
}
