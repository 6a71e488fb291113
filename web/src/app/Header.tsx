import { useTranslation } from 'react-i18next'
import { Link, NavLink } from 'react-router'
import { speak, useLocale } from '@/shared/i18n/language'
import { useSignedIn } from '@/shared/session/session'
import { Logo } from '@/shared/ui/Logo'
import styles from './Layout.module.css'

export function Header(props: { unread: number }) {
  const { t } = useTranslation()
  const signedIn = useSignedIn()
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link to="/" className={styles.brand}>
          <Logo />
          <span>{t('brand.name')}</span>
        </Link>
        <div className={styles.tools}>
          <LanguageSwitch />
          {signedIn ? <NavLink to="/account">{t('nav.account')}</NavLink> : <Visitor />}
        </div>
        <nav aria-label={t('nav.main')} className={styles.nav}>
          <NavLink to="/offerings">{t('nav.offerings')}</NavLink>
          <NavLink to="/demands">{t('nav.demands')}</NavLink>
          {signedIn && <NavLink to="/dashboard">{t('nav.dashboard')}</NavLink>}
          {signedIn && <InboxLink unread={props.unread} />}
        </nav>
      </div>
    </header>
  )
}

function Visitor() {
  const { t } = useTranslation()
  return (
    <>
      <NavLink to="/sign-in">{t('nav.signIn')}</NavLink>
      <NavLink to="/sign-up" className={styles.call}>
        {t('nav.signUp')}
      </NavLink>
    </>
  )
}

function InboxLink(props: { unread: number }) {
  const { t } = useTranslation()
  const label = props.unread > 0 ? t('nav.inboxUnread', { count: props.unread }) : t('nav.inbox')
  return (
    <NavLink to="/inbox" aria-label={label}>
      {t('nav.inbox')}
      {props.unread > 0 && <span className={styles.count}>{props.unread > 99 ? '99+' : props.unread}</span>}
    </NavLink>
  )
}

function LanguageSwitch() {
  const { t } = useTranslation()
  const locale = useLocale()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <button type="button" className={styles.language} lang={other} aria-label={t('nav.switchLanguage')} onClick={() => void speak(other)}>
      {other === 'en' ? 'EN' : '中文'}
    </button>
  )
}
