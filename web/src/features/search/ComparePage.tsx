import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import { useFormat } from '@/shared/i18n/format'
import { useLanguage } from '@/shared/i18n/language'
import { paths } from '@/shared/paths'
import { Page } from '@/shared/ui/Page'
import { Failed, Loading, Notice } from '@/shared/ui/states'
import styles from './search.module.css'

const compared = graphql(`
  query Compare($ids: [ID!]!, $language: LanguageCode!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on Offering {
        title
        language
        description
        category { code name(language: $language) }
        markets
        deliveryModes
        languages
        price { min max currency }
        validUntil
        organisation { id name(language: $language) country verification }
      }
    }
  }
`)

/** Two to four offerings side by side; the address holds which. */
export function ComparePage() {
  const { t } = useTranslation()
  const format = useFormat()
  const [params] = useSearchParams()
  const ids = params.getAll('id').slice(0, 4)
  const [{ data, error, fetching }, retry] = useQuery({ query: compared, variables: { ids, language: useLanguage() }, pause: ids.length === 0 })
  const offerings = data?.nodes.filter((node) => node?.__typename === 'Offering') ?? []
  if (ids.length < 2) {
    return (
      <Page title={t('search.compareTitle')}>
        <Notice title={t('search.compareEmpty')}><Link to="/offerings">{t('nav.offerings')}</Link></Notice>
      </Page>
    )
  }
  const rows = offerings.length === 0 ? [] : ([
    [t('posting.postedBy'), offerings.map((one) => `${one.organisation.name} · ${format.country(one.organisation.country)}`)],
    [t('organisation.verificationVERIFIED'), offerings.map((one) => t(`organisation.verification${one.organisation.verification}`))],
    [t('facet.categories'), offerings.map((one) => one.category?.name ?? '–')],
    [t('posting.priceOffering'), offerings.map((one) => (one.price ? format.price(one.price) : t('posting.priceOpen')))],
    [t('facet.markets'), offerings.map((one) => format.list(one.markets.map(format.country)) || t('posting.anywhere'))],
    [t('facet.deliveryModes'), offerings.map((one) => format.list(one.deliveryModes.map((mode) => t(`mode.${mode}`))) || t('posting.anyMode'))],
    [t('facet.languages'), offerings.map((one) => format.list(one.languages.map(format.language)) || t('posting.anyLanguage'))],
    [t('posting.validUntil'), offerings.map((one) => (one.validUntil ? format.date(one.validUntil) : t('posting.noEnd')))],
    [t('posting.description'), offerings.map((one) => one.description)],
  ] as const)
  return (
    <Page title={t('search.compareTitle')}>
      {!fetching && offerings.length === 0 && <Failed error={error} retry={retry} />}
      {fetching && !data && <Loading />}
      {offerings.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('search.compareTitle')}>
          <table className={styles.comparison}>
            <thead>
              <tr>
                <th scope="col">{t('search.aspect')}</th>
                {offerings.map((one) => (
                  <th key={one.id} scope="col" lang={one.language}><Link to={paths.posting(one.id)}>{one.title}</Link></th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, values]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {values.map((value, index) => <td key={offerings[index]?.id}>{value}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  )
}
