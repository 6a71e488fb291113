import { expect, test } from '@playwright/test'
import { publish, signUp, someone, texts } from './world'

test('given a buyer who waits, when an exporter publishes in Chinese what fits, then both see the match without a reload and why in their own language', async ({ browser }) => {
  const buyer = await (await someone(browser, 'en')).newPage()
  const exporter = await (await someone(browser, 'zh-CN')).newPage()
  await signUp(buyer, 'en', { name: 'Alpine Clinics', displayName: 'Anna Berger', capacity: 'BUYER', country: 'Germany' })
  await expect(buyer.getByRole('heading', { level: 1, name: texts.en.newDemand })).toBeVisible()
  await publish(buyer, 'en', {
    title: 'Medical document translation for clinical trials, Chinese to German',
    description: 'We look for a translation agency for clinical trial documents, patient information and regulatory filings from Chinese. Medical translation experience is needed.',
    category: 'SJ35',
  })
  await signUp(exporter, 'zh-CN', { name: '丝路医学翻译', displayName: '李明', capacity: 'EXPORTER', country: '中国' })
  await expect(exporter.getByRole('heading', { level: 1, name: texts['zh-CN'].newOffering })).toBeVisible()

  await publish(exporter, 'zh-CN', {
    title: '临床试验医学翻译服务，中文译德文',
    description: '专业医学翻译机构，提供临床试验文件、患者知情同意书和注册申报资料的翻译服务，拥有丰富的医学翻译经验。',
    category: 'SJ35',
  })

  await expect(buyer.getByRole('article', { name: '临床试验医学翻译服务，中文译德文' })).toBeVisible()
  await expect(exporter.getByRole('article', { name: /Medical document translation/ })).toBeVisible()
  await expect(buyer).toHaveTitle(/^\(1\) /)
  await buyer.getByRole('article', { name: '临床试验医学翻译服务，中文译德文' }).getByRole('link', { name: '临床试验医学翻译服务，中文译德文' }).click()
  await expect(buyer.getByRole('list', { name: texts.en.why })).toContainText(/[a-z]/)
  await expect(exporter.getByRole('list', { name: texts['zh-CN'].why })).toContainText(/[一-龥]/)
})
