import type { ReactNode } from 'react'
import styles from './ui.module.css'

/** A line across the page on how things stand; read out when it comes. */
export function Banner(props: { children: ReactNode }) {
  return (
    <div role="status" className={styles.banner}>
      {props.children}
    </div>
  )
}
