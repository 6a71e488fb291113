import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { changed } from './criteria'
import styles from './search.module.css'

export function SearchBox() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const inAddress = params.get('q') ?? ''
  const [words, setWords] = useState(inAddress)
  const [shown, setShown] = useState(inAddress)
  // The browser's back button changes the address; the box follows.
  if (shown !== inAddress) {
    setShown(inAddress)
    setWords(inAddress)
  }
  return (
    <form
      role="search"
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault()
        setParams(changed(params, 'q', words.trim()))
      }}
    >
      <label htmlFor="words" className="sr-only">
        {t('search.label')}
      </label>
      <Input id="words" size="large" allowClear maxLength={500} value={words} placeholder={t('search.placeholder')} onChange={(event) => setWords(event.target.value)} />
      <Button size="large" type="primary" htmlType="submit">
        {t('search.submit')}
      </Button>
    </form>
  )
}
