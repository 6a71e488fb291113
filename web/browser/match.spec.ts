import { expect, test } from '@playwright/test'
import { publish, signUp, someone, texts } from './world'

/** Unlike that of any run before. */
const offered = `临床试验医学翻译服务，中文译德文，第 ${Date.now() % 1_000_000} 号`

test('given a buyer who waits, when an exporter publishes in Chinese what fits, then both see the match without a reload and why in their own language', async ({ browser }) => {
  const buyer = await (await someone(browser, 'en')).newPage()
  const exporter = await (await someone(browser, 'zh-CN')).newPage()
  await signUp(buyer, 'en', { name: 'Alpine Clinics', displayName: 'Anna Berger', capacity: 'BUYER', country: 'Germany' })
  await expect(buyer.getByRole('heading', { level: 1, name: texts.en.newDemand })).toBeVisible()
  await publish(buyer, 'en', {
    title: 'Medical document translation for clinical trials, Chinese to German',
    description: 'We look for a translation agency for clinical trial documents from Chinese into German: protocols, informed consent forms for patients, and registration dossiers for the regulator. Experience in medical translation and native German reviewers are needed.',
    category: 'SJ35',
  })
  await signUp(exporter, 'zh-CN', { name: '丝路医学翻译', displayName: '李明', capacity: 'EXPORTER', country: '中国' })
  await expect(exporter.getByRole('heading', { level: 1, name: texts['zh-CN'].newOffering })).toBeVisible()

  await publish(exporter, 'zh-CN', {
    title: offered,
    description: '专业医学翻译机构，提供临床试验文件中文译德文服务：试验方案、患者知情同意书、向监管机构提交的注册申报资料。拥有丰富的医学翻译经验，由德语母语译员审校。',
    category: 'SJ35',
  })

  await expect(buyer.getByRole('article', { name: offered })).toBeVisible({ timeout: 60_000 })
  await expect(exporter.getByRole('article', { name: /Medical document translation/ }).first()).toBeVisible()
  await expect(buyer).toHaveTitle(/^\(\d+\) /)
  await buyer.getByRole('article', { name: offered }).getByRole('link', { name: texts.en.details }).click()
  await expect(buyer.getByRole('heading', { level: 1, name: texts.en.why })).toBeVisible()
  await expect(buyer.getByRole('list', { name: texts.en.why })).toContainText(/[a-z]/)
  await expect(exporter.getByRole('list', { name: texts['zh-CN'].why }).first()).toContainText(/[一-龥]/)
})
