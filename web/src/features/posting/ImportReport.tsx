import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import { useFormat } from '@/shared/i18n/format'
import styles from './posting.module.css'

export const importReport = graphql(`
  fragment ImportReport on ImportReport {
    rowCount
    createdCount
    updatedCount
    unchangedCount
    skippedCount
    rejectedCount
    problems { row column code message }
  }
`)

type ReportProps = { report: FragmentType<typeof importReport>; dryRun: boolean; working: boolean; onImport: () => void }

/** What a file changes: counts, then the notes by row. */
export function Report(props: ReportProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const report = readFragment(importReport, props.report)
  const counts = [
    [t('import.rows'), report.rowCount],
    [t('import.created'), report.createdCount],
    [t('import.updated'), report.updatedCount],
    [t('import.unchanged'), report.unchangedCount],
    [t('import.skipped'), report.skippedCount],
    [t('import.rejected'), report.rejectedCount],
  ] as const
  return (
    <section className={`${styles.panel} ${styles.report}`} aria-labelledby="report" role="status">
      <h2 id="report">{props.dryRun ? t('import.dryRun') : t('import.result')}</h2>
      <dl className={styles.counts}>
        {counts.map(([name, count]) => (
          <div key={name}><dt>{name}</dt><dd>{format.number(count)}</dd></div>
        ))}
      </dl>
      {report.problems.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.problems}>
            <caption className="sr-only">{t('import.problems')}</caption>
            <thead>
              <tr><th scope="col">{t('import.row')}</th><th scope="col">{t('import.column')}</th><th scope="col">{t('import.problem')}</th></tr>
            </thead>
            <tbody>
              {report.problems.map((problem, index) => (
                <tr key={index}>
                  <td>{problem.row === 0 ? t('import.wholeFile') : format.number(problem.row)}</td>
                  <td>{problem.column ?? t('import.wholeRow')}</td>
                  <td>{problem.message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {props.dryRun && report.createdCount + report.updatedCount > 0 && <Button type="primary" loading={props.working} onClick={props.onImport}>{t('import.go')}</Button>}
    </section>
  )
}
