import { Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useNavigation } from 'react-router'
import { SessionKeeper } from '@/features/account/SessionKeeper'
import { LiveFeed } from '@/features/notification/LiveFeed'
import { useUnread } from '@/features/notification/unread'
import { UnreadContext } from '@/shared/ui/Page'
import { OfflineBanner } from '@/shared/ui/OfflineBanner'
import { Loading } from '@/shared/ui/states'
import { Header } from './Header'
import styles from './Layout.module.css'

export function Layout() {
  const { t } = useTranslation()
  const unread = useUnread()
  const main = useFocusOnArrival()
  const leaving = useNavigation().state !== 'idle'
  return (
    <UnreadContext value={unread}>
      <a className={styles.skip} href="#content">
        {t('nav.skip')}
      </a>
      <Header unread={unread} />
      <OfflineBanner />
      <LiveFeed />
      <SessionKeeper />
      <main id="content" ref={main} tabIndex={-1} className={styles.main} aria-busy={leaving}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className={styles.footer}>
        <p>{t('nav.footer')}</p>
      </footer>
    </UnreadContext>
  )
}

/** A new page starts at its top, for the eye and for the keyboard; a changed filter does not move anybody. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const last = useRef(pathname)
  useEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return main
}
