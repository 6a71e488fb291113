import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import type { VerificationDecision } from '@/shared/graphql/generated/graphql'
import { useFormat } from '@/shared/i18n/format'
import { useLanguage } from '@/shared/i18n/language'
import { paths } from '@/shared/paths'
import { Page } from '@/shared/ui/Page'
import { Failed, Loading, MembersOnly, Notice } from '@/shared/ui/states'
import { Announce } from './Announce'
import styles from './admin.module.css'
import { useFeedback } from '@/shared/ui/feedback'

const candidate = graphql(`
  fragment VerificationCandidate on Organisation {
    id
    name(language: $language)
    country
    capacities
    website
    description
    createdAt
  }
`)

const queue = graphql(`
  query VerificationQueue($after: String, $language: LanguageCode!) {
    organisationsToVerify(first: 20, after: $after) {
      edges { cursor node { id ...VerificationCandidate } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

const verifyOrganisation = graphql(`
  mutation VerifyOrganisation($input: VerifyOrganisationInput!) {
    verifyOrganisation(input: $input) {
      organisation { id verification }
      errors { code message path }
    }
  }
`)

export function AdminPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('admin.title')}>
      <MembersOnly>
        <Queue />
      </MembersOnly>
    </Page>
  )
}

function Queue() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const [{ data, error, fetching }, retry] = useQuery({ query: queue, variables: { after: params.get('after'), language: useLanguage() } })
  const waiting = data?.organisationsToVerify
  if (!waiting) return fetching ? <Loading /> : <Failed error={error} retry={retry} />
  return (
    <>
      <section aria-labelledby="queue" className={styles.section}>
        <h2 id="queue">{t('admin.queue')}</h2>
        {waiting.edges.length === 0 && <Notice title={t('admin.emptyTitle')} text={t('admin.emptyText')} />}
        <ul className={styles.list}>{waiting.edges.map(({ node }) => <Candidate key={node.id} organisation={node} />)}</ul>
        {waiting.pageInfo.hasNextPage && <Button onClick={() => setParams({ after: waiting.pageInfo.endCursor ?? '' })}>{t('action.next')}</Button>}
      </section>
      <Announce />
    </>
  )
}

function Candidate(props: { organisation: FragmentType<typeof candidate> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { message } = useFeedback()
  const { id, name, country, capacities, website, description, createdAt } = readFragment(candidate, props.organisation)
  const [note, setNote] = useState('')
  const [sending, send] = useMutation(verifyOrganisation)
  const decide = async (decision: VerificationDecision) => {
    const { data } = await send({ input: { organisationId: id, decision, note: note.trim() || null } })
    if (data?.verifyOrganisation.organisation) message.success(decision === 'VERIFIED' ? t('admin.verified', { name }) : t('admin.rejected', { name }))
    else message.error(data?.verifyOrganisation.errors.map((error) => error.message).join(' ') || t('state.failedText'))
  }
  return (
    <li className={styles.candidate}>
      <h3><Link to={paths.organisation(id)}>{name}</Link></h3>
      <p className={styles.meta}>{format.country(country)} · {format.list(capacities.map((capacity) => t(`organisation.capacity${capacity}`)))} · {format.date(createdAt)}</p>
      {website && <p className={styles.meta}>{website}</p>}
      {description && <p>{description}</p>}
      <label htmlFor={`note-${id}`}>{t('admin.note')}</label>
      <Input id={`note-${id}`} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
      <div className={styles.buttons}>
        <Button type="primary" loading={sending.fetching} aria-label={`${t('admin.verify')}: ${name}`} onClick={() => void decide('VERIFIED')}>{t('admin.verify')}</Button>
        <Button disabled={sending.fetching} aria-label={`${t('admin.reject')}: ${name}`} onClick={() => void decide('REJECTED')}>{t('admin.reject')}</Button>
      </div>
    </li>
  )
}
