import { useTranslation } from 'react-i18next'
import styles from './match.module.css'

/** The score as a ring that fills, and as a number. */
export function ScoreBadge(props: { score: number }) {
  const { t } = useTranslation()
  const ring = 2 * Math.PI * 20
  return (
    <span className={styles.badge} role="img" aria-label={t('match.scoreOf', { score: props.score })}>
      <svg width="52" height="52" viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r="20" className={styles.track} />
        <circle cx="24" cy="24" r="20" className={styles.fill} strokeDasharray={`${(ring * props.score) / 100} ${ring}`} transform="rotate(-90 24 24)" />
        <text x="24" y="29" textAnchor="middle" className={styles.number}>
          {props.score}
        </text>
      </svg>
    </span>
  )
}
