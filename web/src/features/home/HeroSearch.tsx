import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import styles from './home.module.css'

/** One box, two sides to search. */
export function HeroSearch() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  const go = (side: '/offerings' | '/demands') => void navigate({ pathname: side, search: words.trim() ? `?q=${encodeURIComponent(words.trim())}` : '' })
  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault()
        go('/offerings')
      }}
    >
      <label htmlFor="words" className="sr-only">
        {t('home.searchLabel')}
      </label>
      <input id="words" type="search" className={styles.words} value={words} placeholder={t('home.searchPlaceholder')} onChange={(event) => setWords(event.target.value)} />
      <Button size="large" type="primary" htmlType="submit">
        {t('home.searchOfferings')}
      </Button>
      <Button size="large" onClick={() => go('/demands')}>
        {t('home.searchDemands')}
      </Button>
    </form>
  )
}
