import { createContext, type ReactNode, use } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './ui.module.css'

/** How many notifications wait; every page's title tells. */
export const UnreadContext = createContext(0)

/** The tab's title with the number of unread notifications. */
export function PageTitle(props: { children: string }) {
  const { t } = useTranslation()
  const unread = use(UnreadContext)
  const count = unread > 0 ? `(${unread}) ` : ''
  return <title>{`${count}${props.children} · ${t('brand.name')}`}</title>
}

type PageProps = {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  /** The heading is there for screen readers only. */
  quiet?: boolean
  narrow?: boolean
  children: ReactNode
}

/** A page below the header: one `h1`, room around it. */
export function Page(props: PageProps) {
  return (
    <div className={props.narrow ? `${styles.page} ${styles.narrow}` : styles.page}>
      <PageTitle>{props.title}</PageTitle>
      <div className={props.quiet ? 'sr-only' : styles.head}>
        <div>
          <h1>{props.title}</h1>
          {props.lead && <p className={styles.lead}>{props.lead}</p>}
        </div>
        {props.actions && <div className={styles.actions}>{props.actions}</div>}
      </div>
      {props.children}
    </div>
  )
}
