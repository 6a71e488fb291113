import { expect, test } from '@playwright/test'
import { languages, someone, texts } from './world'

const searches = { 'zh-CN': '软件', en: 'software' } as const

for (const language of languages) {
  test(`given a newcomer who reads ${language}, when searching without an account, then postings in either language are found and one opens`, async ({ browser }) => {
    const page = await (await someone(browser, language)).newPage()
    const words = texts[language]
    await page.goto('/')
    await page.getByRole('searchbox', { name: words.heroSearch }).fill(searches[language])

    await page.getByRole('button', { name: words.searchOfferings }).click()

    await expect(page).toHaveURL(/\/offerings\?q=/)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const cards = page.getByRole('main').getByRole('article')
    await expect(cards.first()).toBeVisible()
    await cards.first().getByRole('heading').getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
}

test('given a chosen filter, when the page is opened again by its address, then the filter is still there', async ({ browser }) => {
  const page = await (await someone(browser, 'en')).newPage()
  await page.goto('/offerings')
  const filter = page.getByRole('group', { name: 'Mode of supply' }).getByRole('checkbox').first()

  await filter.click()
  await page.waitForURL(/deliveryModes=/)
  await page.reload()

  await expect(filter).toBeChecked()
})

test('given a language that was switched, when the page is opened again, then it is remembered', async ({ browser }) => {
  const page = await (await someone(browser, 'en')).newPage()
  await page.goto('/')

  await page.getByRole('button', { name: '切换到中文' }).click()
  await page.reload()

  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page.getByRole('heading', { level: 1, name: '中国服务，对接全球买家' })).toBeVisible()
})
