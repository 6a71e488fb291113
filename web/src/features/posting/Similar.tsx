import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import type { PostingKind } from '@/shared/graphql/generated/graphql'
import { useLanguage } from '@/shared/i18n/language'
import { paths } from '@/shared/paths'
import styles from './posting.module.css'

const similarOfferings = graphql(`
  query SimilarOfferings($query: String!, $language: LanguageCode!) {
    offerings(query: $query, first: 5) {
      edges { cursor node { id title language category { code name(language: $language) } } }
    }
  }
`)

const similarDemands = graphql(`
  query SimilarDemands($query: String!, $language: LanguageCode!) {
    demands(query: $query, first: 5) {
      edges { cursor node { id title language category { code name(language: $language) } } }
    }
  }
`)

type Category = { readonly code: string; readonly name: string }

/** What is already on the same side of the market, by the title as it is typed. */
export function useSimilar(kind: PostingKind, title: string) {
  const language = useLanguage()
  const query = useSettled(title.trim())
  const short = query.length < 2
  const [offerings] = useQuery({ query: similarOfferings, variables: { query, language }, pause: short || kind !== 'OFFERING' })
  const [demands] = useQuery({ query: similarDemands, variables: { query, language }, pause: short || kind !== 'DEMAND' })
  const found = short ? [] : ((kind === 'OFFERING' ? offerings.data?.offerings : demands.data?.demands)?.edges ?? [])
  const postings = found.map(({ node }) => node)
  return { postings, categories: mostFrequent(postings.map(({ category }) => category).filter((category) => category != null)) }
}

/** A text once nobody has typed for half a second. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 500)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** Postings say alike what belongs together: up to three categories, the most frequent first. */
function mostFrequent(categories: readonly Category[]): readonly Category[] {
  const counts = new Map<string, { category: Category; count: number }>()
  for (const category of categories) {
    counts.set(category.code, { category, count: (counts.get(category.code)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, 3).map(({ category }) => category)
}

export function CategorySuggestion(props: { categories: readonly Category[]; choose: (code: string) => void }) {
  const { t } = useTranslation()
  if (props.categories.length === 0) return null
  return (
    <div className={styles.suggestion}>
      {t('write.suggested')}
      {props.categories.map(({ code, name }) => (
        <Button key={code} size="small" onClick={() => props.choose(code)}>
          {name}
        </Button>
      ))}
    </div>
  )
}

export function SimilarPostings(props: { kind: PostingKind; postings: readonly { readonly id: string; readonly title: string; readonly language: string }[] }) {
  const { t } = useTranslation()
  if (props.postings.length === 0) return null
  return (
    <section className={styles.panel} aria-labelledby="similar">
      <h2 id="similar">{props.kind === 'OFFERING' ? t('write.similarOfferings') : t('write.similarDemands')}</h2>
      <ul className={styles.similar}>
        {props.postings.map(({ id, title, language }) => (
          <li key={id}>
            <Link to={paths.posting(id)} target="_blank" lang={language}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
