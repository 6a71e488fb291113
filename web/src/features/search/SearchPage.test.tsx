import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { speak } from '@/shared/i18n/language'
import { aConnection, anOffering } from '@/shared/testing/fixtures'
import { renderPage } from '@/shared/testing/render'
import { OfferingSearch } from './SearchPage'

const found = aConnection([anOffering()], {
  edges: [{ cursor: 'c', node: anOffering(), highlights: [{ field: 'title', fragments: ['<em>跨境</em>支付 &lt;b&gt;'] }] }],
  facets: [{ name: 'countries', buckets: [{ value: 'CN', label: 'China', count: 1 }] }],
})

test('given words in the address, when the page opens, then what was found is shown with its words marked and nothing else as markup', async () => {
  renderPage(OfferingSearch, { path: '/offerings', at: '/offerings?q=跨境', answers: { offerings: found } })

  const card = await screen.findByRole('article', { name: '跨境支付系统开发' })

  expect(within(card).getByText('跨境').tagName).toBe('EM')
  expect(within(card).getByRole('link', { name: '跨境支付 <b>' })).toHaveAttribute('href', '/postings/offering-1')
  expect(within(card).getByText('$10,000 – $50,000')).toBeVisible()
})

test('given facets, when one is chosen, then it stands in the address', async () => {
  const { router } = renderPage(OfferingSearch, { path: '/offerings', answers: { offerings: found } })

  await userEvent.click(await screen.findByRole('checkbox', { name: /China/ }))

  expect(router.state.location.search).toBe('?countries=CN')
})

test('given nothing found, then the page says what to do next', async () => {
  renderPage(OfferingSearch, { path: '/offerings', at: '/offerings?q=x', answers: { offerings: aConnection([]) } })

  expect(await screen.findByRole('heading', { name: 'Nothing fits all of this' })).toBeVisible()
  expect(screen.getByRole('link', { name: /post what you look for/ })).toHaveAttribute('href', '/post/demand')
})

test('given the Chinese language, then numbers, modes and markets are told in Chinese', async () => {
  await speak('zh-CN')
  renderPage(OfferingSearch, { path: '/offerings', answers: { offerings: found } })

  const card = await screen.findByRole('article', { name: '跨境支付系统开发' })

  expect(within(card).getByText('德国、新加坡')).toBeVisible()
  expect(within(card).getByText('跨境交付')).toBeVisible()
  expect(document.documentElement.lang).toBe('zh-CN')
})
