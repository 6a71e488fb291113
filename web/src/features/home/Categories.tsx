import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '@/shared/i18n/format'
import styles from './home.module.css'

type Bucket = { readonly value: string; readonly label: string; readonly count: number }

/** The main items of EBOPS 2010 that have offerings, as doors to the search. */
export function Categories(props: { buckets: readonly Bucket[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const main = props.buckets.filter((bucket) => /^S[A-L]$/.test(bucket.value))
  if (main.length === 0) return null
  return (
    <section aria-labelledby="categories" className={styles.section}>
      <h2 id="categories">{t('home.byCategory')}</h2>
      <ul className={styles.categories}>
        {main.map((bucket) => (
          <li key={bucket.value}>
            <Link to={`/offerings?categories=${bucket.value}`}>
              <span>{bucket.label}</span> <span className={styles.count}>{format.number(bucket.count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
