import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/i18n/format'
import type { DeliveryMode, PostingKind } from '@/shared/graphql/generated/graphql'
import styles from './posting.module.css'

export type Facts = {
  readonly kind: PostingKind
  readonly category: string | null | undefined
  readonly markets: readonly string[]
  readonly deliveryModes: readonly DeliveryMode[]
  readonly languages: readonly string[]
  readonly price: { readonly min?: number | null; readonly max?: number | null; readonly currency: string } | null | undefined
  readonly validUntil: string | null | undefined
}

/** Everything about a posting but its text. */
export function PostingFacts(props: { facts: Facts }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { facts } = props
  const rows: readonly (readonly [string, string])[] = [
    [t('facet.categories'), facts.category ?? '–'],
    [t('facet.markets'), format.list(facts.markets.map(format.country)) || t('posting.anywhere')],
    [t('facet.deliveryModes'), format.list(facts.deliveryModes.map((mode) => t(`mode.${mode}`))) || t('posting.anyMode')],
    [t('facet.languages'), format.list(facts.languages.map(format.language)) || t('posting.anyLanguage')],
    [facts.kind === 'OFFERING' ? t('posting.priceOffering') : t('posting.priceDemand'), facts.price ? format.price(facts.price) : t('posting.priceOpen')],
    [t('posting.validUntil'), facts.validUntil ? format.date(facts.validUntil) : t('posting.noEnd')],
  ]
  return (
    <dl className={styles.table}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
