import { useTranslation } from 'react-i18next'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import { useFormat } from '@/shared/i18n/format'
import styles from './matching.module.css'

const reasonLine = graphql(`
  fragment MatchReasonLine on MatchReason {
    kind
    points
    summary(language: $language)
  }
`)

/** Why two postings fit, and what speaks against it; the points add up to the score. */
export function ReasonList(props: { reasons: readonly FragmentType<typeof reasonLine>[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const reasons = readFragment(reasonLine, props.reasons)
  return (
    <ul className={styles.reasons} aria-label={t('match.why')}>
      {reasons.map((reason) => (
        <li key={reason.kind + reason.summary} className={reason.points > 0 ? styles.for : reason.points < 0 ? styles.against : styles.neutral}>
          <span className={styles.points}>
            <span aria-hidden="true">{format.points(reason.points)}</span>
            <span className="sr-only">{t('match.points', { points: format.points(reason.points) })}</span>
          </span>
          <span><strong>{t(`reason.${reason.kind}`)}</strong> {reason.summary}</span>
        </li>
      ))}
    </ul>
  )
}
