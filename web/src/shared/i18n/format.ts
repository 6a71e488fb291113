import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from './language'

type Money = { readonly min?: number | null; readonly max?: number | null; readonly currency: string }

/** Dates, numbers, money and the names of countries and languages, as the reader's language writes them. */
export function useFormat() {
  const locale = useLocale()
  const { t } = useTranslation()
  return useMemo(() => {
    const regions = new Intl.DisplayNames(locale, { type: 'region' })
    const languages = new Intl.DisplayNames(locale, { type: 'language' })
    const currencies = new Intl.DisplayNames(locale, { type: 'currency' })
    const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
    const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
    const numbers = new Intl.NumberFormat(locale)
    const amount = (value: number, currency: string) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: Number.isInteger(value) ? 0 : 2 }).format(value)
    return {
      country: (code: string) => named(regions, code),
      language: (code: string) => named(languages, code),
      currency: (code: string) => `${code} ${named(currencies, code)}`,
      date: (instant: string) => dates.format(new Date(instant)),
      time: (instant: string) => times.format(new Date(instant)),
      number: (value: number) => numbers.format(value),
      list: (words: readonly string[]) => words.join(locale === 'zh-CN' ? '、' : ', '),
      points: (points: number) => new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(points),
      duration: (milliseconds: number) =>
        new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'long', maximumFractionDigits: 1 }).format(
          milliseconds / 1000,
        ),
      price: (price: Money) => {
        const { min, max, currency } = price
        if (min != null && max != null) {
          return min === max ? amount(min, currency) : `${amount(min, currency)} – ${amount(max, currency)}`
        }
        if (min != null) return t('posting.from', { price: amount(min, currency) })
        if (max != null) return t('posting.upTo', { price: amount(max, currency) })
        return t('posting.priceOpen')
      },
    }
  }, [locale, t])
}

/** A code that the browser does not know stands for itself. */
function named(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
