import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import { useFormat } from '@/shared/i18n/format'
import { paths } from '@/shared/paths'
import styles from './posting.module.css'

const postingParty = graphql(`
  fragment PostingParty on Posting {
    organisation { id name(language: $language) country verification }
    source { publisher buyerName country }
  }
`)

/** Who stands behind a posting: the organisation, or the party that an imported notice names. */
export function Party(props: { posting: FragmentType<typeof postingParty> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { organisation, source } = readFragment(postingParty, props.posting)
  const country = source?.country ?? organisation.country
  return (
    <p className={styles.party}>
      {source?.buyerName ? <span>{source.buyerName}</span> : <Link to={paths.organisation(organisation.id)}>{organisation.name}</Link>}
      <span>{format.country(country)}</span>
      {!source?.buyerName && organisation.verification === 'VERIFIED' && <span className={styles.verified}>✓ {t('posting.verified')}</span>}
    </p>
  )
}
