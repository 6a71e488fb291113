import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Page } from '@/shared/ui/Page'
import { Notice } from '@/shared/ui/states'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Page title={t('state.notFoundTitle')} quiet>
      <Notice title={t('state.notFoundTitle')} text={t('state.notFoundText')}>
        <Link to="/">{t('nav.home')}</Link>
      </Notice>
    </Page>
  )
}
