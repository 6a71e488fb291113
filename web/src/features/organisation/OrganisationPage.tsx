import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import { useFormat } from '@/shared/i18n/format'
import { useLanguage } from '@/shared/i18n/language'
import { PostingCard } from '@/shared/posting/PostingCard'
import { Page } from '@/shared/ui/Page'
import { Failed, Loading, NotFoundNotice } from '@/shared/ui/states'
import styles from './organisation.module.css'

const organisationPage = graphql(`
  query OrganisationPage($id: ID!, $language: LanguageCode!) {
    node(id: $id) {
      __typename
      id
      ... on Organisation {
        name(language: $language)
        nameTranslations { language text }
        country
        capacities
        website
        description
        languages
        verification
        verificationNote
        createdAt
        postings(status: PUBLISHED, first: 20) {
          totalCount
          edges { cursor node { id ...PostingCard } }
        }
      }
    }
  }
`)

/** A profile that anybody may read. */
export function OrganisationPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const { id = '' } = useParams()
  const [{ data, error, fetching }, retry] = useQuery({ query: organisationPage, variables: { id, language: useLanguage() } })
  const organisation = data?.node?.__typename === 'Organisation' ? data.node : null
  if (!organisation) {
    if (fetching && !data) return <Loading />
    return <Page title={t('state.notFoundTitle')} quiet>{error ? <Failed error={error} retry={retry} /> : <NotFoundNotice />}</Page>
  }
  const lead = [format.country(organisation.country), ...organisation.capacities.map((capacity) => t(`organisation.capacity${capacity}`))].join(' · ')
  return (
    <Page title={organisation.name} lead={lead}>
      <div className={styles.profile}>
        <p className={organisation.verification === 'VERIFIED' ? styles.verified : styles.pending}>{t(`organisation.verification${organisation.verification}`)}</p>
        {organisation.verificationNote && <p>{t('organisation.note')}: {organisation.verificationNote}</p>}
        {organisation.description && <p className={styles.about}>{organisation.description}</p>}
        {organisation.website && /^https?:/.test(organisation.website) && <p><a href={organisation.website} rel="noopener noreferrer nofollow" target="_blank">{organisation.website}</a></p>}
        {organisation.languages.length > 0 && <p>{t('facet.languages')}: {format.list(organisation.languages.map(format.language))}</p>}
      </div>
      <section aria-labelledby="postings">
        <h2 id="postings" className={styles.heading}>{t('organisation.postings')}</h2>
        {organisation.postings.edges.length === 0 && <p>{t('organisation.noPostings')}</p>}
        <div className={styles.cards}>
          {organisation.postings.edges.map(({ node }) => <PostingCard key={node.id} posting={node} />)}
        </div>
      </section>
    </Page>
  )
}
