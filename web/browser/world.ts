import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]
export const widths = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const

/** A browser of somebody who reads this language. */
export function someone(browser: Browser, language: Language, viewport: { width: number; height: number } = widths.desk): Promise<BrowserContext> {
  return browser.newContext({ locale: language, viewport, reducedMotion: 'reduce' })
}

let people = 0

/** An address that nobody has yet. */
export const newAddress = (name: string) => `${name}-${Date.now()}-${++people}@example.com`

type Firm = { name: string; displayName: string; capacity: 'EXPORTER' | 'BUYER'; country: string }

/** Opens an account and founds an organisation, by hand. */
export async function signUp(page: Page, language: Language, firm: Firm) {
  const words = texts[language]
  await page.goto('/sign-up')
  await page.getByLabel(words.yourName).fill(firm.displayName)
  await page.getByLabel(words.email).fill(newAddress(firm.capacity.toLowerCase()))
  await page.getByLabel(words.password, { exact: true }).fill('a sentence that is long enough')
  await page.getByRole('button', { name: words.openAccount }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.yourOrganisation })).toBeVisible()
  await page.getByLabel(words.name, { exact: true }).fill(firm.name)
  await page.getByLabel(words.country).click()
  await page.keyboard.type(firm.country)
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: firm.capacity === 'EXPORTER' ? words.exporter : words.buyer }).check()
  await page.getByRole('button', { name: words.found }).click()
}

type Text = { title: string; description: string; category: string }

/** Fills in the three fields that a posting needs, and publishes it. */
export async function publish(page: Page, language: Language, text: Text) {
  const words = texts[language]
  await page.getByLabel(words.title, { exact: true }).fill(text.title)
  await page.getByLabel(words.description, { exact: true }).fill(text.description)
  await page.getByRole('combobox', { name: words.category }).click()
  await page.keyboard.type(text.category)
  await page.getByTitle(new RegExp(`\\(${text.category}\\)`)).last().click()
  await page.getByRole('button', { name: words.publish, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.matches })).toBeVisible()
}

export const texts = {
  'zh-CN': {
    yourName: '您的姓名', email: '电子邮箱', password: '密码', openAccount: '注册', yourOrganisation: '您的机构', name: '名称', country: '国家或地区', exporter: /出口商/, buyer: /采购商/, found: '创建机构',
    title: '标题', description: '描述', category: '服务类别', publish: '发布', matches: '匹配', newOffering: '发布供给', newDemand: '发布需求', offerings: '服务供给', demands: '服务需求', searchWords: '搜索词', search: '搜索',
    heroSearch: '您在找什么服务？', searchOfferings: '搜索供给', inbox: /收件箱/, why: '匹配理由', details: /详情与理由/, dashboard: '工作台',
  },
  en: {
    yourName: 'Your name', email: 'E-mail address', password: 'Password', openAccount: 'Open account', yourOrganisation: 'Your organisation', name: 'Name', country: 'Country or region', exporter: /Exporter/, buyer: /Buyer/, found: 'Found organisation',
    title: 'Title', description: 'Description', category: 'Kind of service', publish: 'Publish', matches: 'Matches', newOffering: 'New offering', newDemand: 'New demand', offerings: 'Offerings', demands: 'Demands', searchWords: 'Words to search for', search: 'Search',
    heroSearch: 'What service do you look for?', searchOfferings: 'Search offerings', inbox: /Inbox/, why: 'Why this match', details: /Details and reasons/, dashboard: 'Dashboard',
  },
} as const
