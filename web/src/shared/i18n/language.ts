import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'

/** The languages of the interface, as `LocaleTag`. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

const remembered = 'fairbridge.locale'

const texts = {
  'zh-CN': async () => (await import('./zhCN')).zhCN,
  en: async () => (await import('./en')).en,
}

/** Chinese for any Chinese, English for everybody else. */
export function nearest(tag: string | null | undefined): Locale {
  return tag?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

export async function startLanguage() {
  const locale = nearest(localStorage.getItem(remembered) ?? navigator.language)
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  await speak(locale)
}

export async function speak(locale: Locale) {
  if (!i18next.hasResourceBundle(locale, 'translation')) {
    i18next.addResourceBundle(locale, 'translation', await texts[locale]())
  }
  localStorage.setItem(remembered, locale)
  document.documentElement.lang = locale
  await i18next.changeLanguage(locale)
}

export function useLocale(): Locale {
  return nearest(useTranslation().i18n.language)
}

/** The `LanguageCode` for fields that speak to people. */
export function useLanguage(): 'zh' | 'en' {
  return useLocale() === 'zh-CN' ? 'zh' : 'en'
}
