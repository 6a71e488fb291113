import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { join } from 'node:path'
import { languages, signUp, someone, texts, widths } from './world'

const shots = process.env.WEB_SCREENSHOTS_DIR ?? 'test-results/screenshots'

const open = { home: '/', offerings: '/offerings?q=software', demands: '/demands', 'sign-in': '/sign-in', 'sign-up': '/sign-up', nothing: '/nowhere' } as const
const members = { dashboard: '/dashboard', 'new-offering': '/post/offering', inbox: '/inbox', 'saved-searches': '/saved-searches', import: '/import', account: '/account' } as const

/** Looks at a page as it stands: no violation of WCAG 2.2 AA, no sideways scrolling; keeps a picture. */
async function look(page: Page, name: string) {
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
  await expect(page.getByRole('status').filter({ hasText: /Loading…|加载中…/ })).toHaveCount(0)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect.soft(violations.map(({ id, impact, nodes }) => `${name}: ${impact} ${id} ${nodes.map((node) => node.target.join(' ')).join('; ')}`)).toEqual([])
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${name} scrolls sideways`).toBeLessThanOrEqual(0)
}

for (const language of languages) {
  for (const [size, viewport] of Object.entries(widths)) {
    test(`given ${language} at ${viewport.width} px, then every open page can be read by everybody`, async ({ browser }) => {
      const page = await (await someone(browser, language, viewport)).newPage()
      for (const [name, address] of Object.entries(open)) {
        await page.goto(address)
        await look(page, `${name}-${language}-${size}`)
      }
      await page.goto('/offerings')
      await page.getByRole('main').getByRole('article').first().getByRole('heading').getByRole('link').click()
      await look(page, `posting-${language}-${size}`)
    })

    test(`given ${language} at ${viewport.width} px, then every page of members can be read by everybody`, async ({ browser }) => {
      const page = await (await someone(browser, language, viewport)).newPage()
      await signUp(page, language, { name: '丝路软件', displayName: '李明', capacity: 'EXPORTER', country: language === 'en' ? 'China' : '中国' })
      await expect(page.getByRole('heading', { level: 1, name: texts[language].newOffering })).toBeVisible()
      for (const [name, address] of Object.entries(members)) {
        await page.goto(address)
        await look(page, `${name}-${language}-${size}`)
      }
    })
  }
}
