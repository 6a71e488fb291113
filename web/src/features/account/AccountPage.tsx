import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import { useFormat } from '@/shared/i18n/format'
import { useLanguage } from '@/shared/i18n/language'
import { paths } from '@/shared/paths'
import { sessions } from '@/shared/session/session'
import { Page } from '@/shared/ui/Page'
import { Failed, Loading, MembersOnly } from '@/shared/ui/states'
import styles from './account.module.css'

const accountPage = graphql(`
  query Account($language: LanguageCode!) {
    viewer {
      id
      email
      displayName
      administrator
      createdAt
      memberships {
        role
        organisation { id name(language: $language) verification }
      }
    }
  }
`)

export function AccountPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const signOut = () => {
    sessions.end()
    void navigate('/')
  }
  return (
    <Page title={t('account.title')} narrow actions={<Button onClick={signOut}>{t('nav.signOut')}</Button>}>
      <MembersOnly>
        <Account />
      </MembersOnly>
    </Page>
  )
}

function Account() {
  const { t } = useTranslation()
  const format = useFormat()
  const [{ data, error, fetching }, retry] = useQuery({ query: accountPage, variables: { language: useLanguage() } })
  const viewer = data?.viewer
  if (!viewer) return fetching ? <Loading /> : <Failed error={error} retry={retry} />
  return (
    <>
      <section className={styles.panel} aria-label={viewer.displayName}>
        <dl className={styles.facts}>
          <div><dt>{t('account.displayName')}</dt><dd>{viewer.displayName}</dd></div>
          <div><dt>{t('account.email')}</dt><dd>{viewer.email}</dd></div>
          <div><dt>{t('account.since')}</dt><dd>{format.date(viewer.createdAt)}</dd></div>
        </dl>
      </section>
      <section className={styles.panel} aria-labelledby="memberships">
        <h2 id="memberships">{t('account.memberships')}</h2>
        <ul className={styles.list}>
          {viewer.memberships.map(({ role, organisation }) => (
            <li key={organisation.id}>
              <Link to={paths.organisation(organisation.id)}>{organisation.name}</Link>
              <span className={styles.role}>{t(`account.role${role}`)} · {t(`organisation.verification${organisation.verification}`)}</span>
            </li>
          ))}
        </ul>
        <Link to="/organisations/new">{t('account.addOrganisation')}</Link>
      </section>
      <section className={styles.panel} aria-label={t('nav.main')}>
        <ul className={styles.list}>
          <li><Link to="/saved-searches">{t('nav.savedSearches')}</Link></li>
          <li><Link to="/import">{t('import.title')}</Link></li>
          {viewer.administrator && <li><Link to="/admin">{t('nav.admin')}</Link></li>}
        </ul>
      </section>
    </>
  )
}
