import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from './Banner'

function subscribe(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

export function OfflineBanner() {
  const { t } = useTranslation()
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return online ? null : <Banner>{t('state.offline')}</Banner>
}
