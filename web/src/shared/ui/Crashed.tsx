import { useTranslation } from 'react-i18next'
import { Button } from 'antd'
import { Page } from './Page'
import { Notice } from './states'

/** A page that broke; the rest of the application goes on. */
export function Crashed() {
  const { t } = useTranslation()
  return (
    <Page title={t('state.crashedTitle')} quiet>
      <Notice title={t('state.crashedTitle')}>
        <Button onClick={() => window.location.reload()}>{t('state.reload')}</Button>
      </Notice>
    </Page>
  )
}
