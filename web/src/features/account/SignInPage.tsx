import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { Page } from '@/shared/ui/Page'
import { nextPage } from '@/shared/nextPage'
import { SignInForm } from './SignInForm'
import styles from './account.module.css'

export function SignInPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  return (
    <Page title={t('account.signInTitle')} narrow>
      <div className={styles.sheet}>
        <SignInForm onSignedIn={() => void navigate(nextPage(params) ?? '/dashboard', { replace: true })} />
        <p className={styles.other}>
          {t('account.noAccount')} <Link to={{ pathname: '/sign-up', search: params.toString() }}>{t('nav.signUp')}</Link>
        </p>
      </div>
    </Page>
  )
}
