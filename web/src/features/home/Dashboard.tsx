import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import { useLanguage } from '@/shared/i18n/language'
import { paths } from '@/shared/paths'
import { Page } from '@/shared/ui/Page'
import { Failed, Loading, MembersOnly, Notice } from '@/shared/ui/states'
import { NewMatches } from './NewMatches'
import { OwnPostings } from './OwnPostings'
import styles from './home.module.css'

const dashboard = graphql(`
  query Dashboard($language: LanguageCode!) {
    viewer {
      id
      displayName
      unreadNotificationCount
      memberships {
        role
        organisation { id name(language: $language) description verification capacities }
      }
      notifications(first: 10) {
        edges { cursor node { id ...NewMatch } }
      }
    }
  }
`)

export function Dashboard() {
  const { t } = useTranslation()
  const actions = (
    <>
      <Link to="/post/offering">{t('home.postOffering')}</Link>
      <Link to="/post/demand">{t('home.postDemand')}</Link>
      <Link to="/import">{t('dashboard.import')}</Link>
      <Link to="/saved-searches">{t('nav.savedSearches')}</Link>
    </>
  )
  return (
    <Page title={t('dashboard.title')} actions={actions}>
      <MembersOnly>
        <Overview />
      </MembersOnly>
    </Page>
  )
}

function Overview() {
  const { t } = useTranslation()
  const [{ data, error, fetching }, retry] = useQuery({ query: dashboard, variables: { language: useLanguage() } })
  const viewer = data?.viewer
  if (!viewer) return fetching ? <Loading lines={8} /> : <Failed error={error} retry={retry} />
  const organisations = viewer.memberships.map(({ organisation }) => organisation)
  return (
    <div className={styles.greeting}>
      <p>
        {t('dashboard.hello', { name: viewer.displayName })}
        {' · '}
        <Link to="/inbox?unread">{t('dashboard.unread')}: {viewer.unreadNotificationCount}</Link>
      </p>
      {organisations.length === 0 && (
        <Notice title={t('write.needOrganisationTitle')} text={t('dashboard.noOrganisation')}>
          <Link to="/organisations/new">{t('organisation.create')}</Link>
        </Notice>
      )}
      {organisations.filter(({ verification }) => verification === 'PENDING').map(({ id, name }) => <p key={id} className={styles.hint}>{t('dashboard.pending', { name })}</p>)}
      {organisations.filter(({ description }) => !description).map(({ id, name }) => (
        <p key={id} className={styles.hint}><Link to={paths.organisation(id)}>{t('dashboard.emptyProfile', { name })}</Link></p>
      ))}
      <NewMatches notifications={viewer.notifications.edges.map(({ node }) => node)} />
      {organisations.map((organisation) => <OwnPostings key={organisation.id} organisationId={organisation.id} name={organisation.name} />)}
    </div>
  )
}
