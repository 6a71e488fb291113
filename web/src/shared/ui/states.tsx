import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import type { CombinedError } from 'urql'
import { useSignedIn } from '../session/session'
import styles from './ui.module.css'

/** Grey lines where text will be. */
export function Loading(props: { lines?: number }) {
  const { t } = useTranslation()
  return (
    <div role="status" className={styles.loading}>
      <span className="sr-only">{t('state.loading')}</span>
      {Array.from({ length: props.lines ?? 4 }, (_, line) => (
        <div key={line} className={styles.bone} aria-hidden="true" />
      ))}
    </div>
  )
}

/** Says what is, and what one can do about it. */
export function Notice(props: { title: string; text?: string; children?: ReactNode }) {
  return (
    <section className={styles.notice}>
      <h2>{props.title}</h2>
      {props.text && <p>{props.text}</p>}
      {props.children && <div className={styles.noticeActions}>{props.children}</div>}
    </section>
  )
}

export function NotFoundNotice() {
  const { t } = useTranslation()
  return <Notice title={t('state.notFoundTitle')} text={t('state.notFoundText')} />
}

export function Failed(props: { error?: CombinedError | undefined; retry?: (() => void) | undefined }) {
  const { t } = useTranslation()
  const retry = props.retry && <Button onClick={props.retry}>{t('state.retry')}</Button>
  switch (kindOf(props.error)) {
    case 'forbidden':
      return <Notice title={t('state.forbiddenTitle')} text={t('state.forbiddenText')} />
    case 'unauthenticated':
      return <SignInNotice />
    case 'unavailable':
      return <Notice title={t('state.unavailableTitle')} text={t('state.unavailableText')}>{retry}</Notice>
    case 'failed':
      return <Notice title={t('state.failedTitle')} text={t('state.failedText')}>{retry}</Notice>
  }
}

function kindOf(error: CombinedError | undefined) {
  const said = error?.graphQLErrors.map((one) => one.extensions['code']) ?? []
  if (said.includes('FORBIDDEN')) return 'forbidden' as const
  if (said.includes('UNAUTHENTICATED')) return 'unauthenticated' as const
  if (said.includes('UNAVAILABLE')) return 'unavailable' as const
  return 'failed' as const
}

export function SignInNotice() {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const next = `?next=${encodeURIComponent(pathname + search)}`
  return (
    <Notice title={t('state.signInTitle')} text={t('state.signInText')}>
      <Link to={`/sign-in${next}`}>{t('nav.signIn')}</Link>
      <Link to={`/sign-up${next}`}>{t('nav.signUp')}</Link>
    </Notice>
  )
}

/** Shows its children to people with an account, the way to one to others. */
export function MembersOnly(props: { children: ReactNode }) {
  return useSignedIn() ? props.children : <SignInNotice />
}
