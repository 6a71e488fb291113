import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMutation } from 'urql'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import { useFormat } from '@/shared/i18n/format'
import { paths } from '@/shared/paths'
import { useUndo } from '@/shared/ui/useUndo'
import styles from './home.module.css'
import { useFeedback } from '@/shared/ui/feedback'

const ownPosting = graphql(`
  fragment OwnPosting on Posting {
    __typename
    id
    title
    language
    status
    validUntil
    updatedAt
  }
`)

const withdrawPosting = graphql(`
  mutation WithdrawPosting($input: WithdrawPostingInput!) {
    withdrawPosting(input: $input) {
      posting { id status }
      errors { code message path }
    }
  }
`)

const publishPosting = graphql(`
  mutation PublishPosting($input: PublishPostingInput!) {
    publishPosting(input: $input) {
      posting { id status }
      errors { code message path }
    }
  }
`)

const discardDraft = graphql(`
  mutation DiscardDraft($input: DiscardDraftInput!) {
    discardDraft(input: $input) {
      discardedId
      errors { code message path }
    }
  }
`)

const twoWeeks = 14 * 24 * 3_600_000

/** A posting of the own organisation, with what can be done to it in its state. */
export function OwnPosting(props: { posting: FragmentType<typeof ownPosting> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id, title, language, status, validUntil, updatedAt, __typename } = readFragment(ownPosting, props.posting)
  const { withdraw, publish, discard } = useLife(id, title)
  const [now] = useState(() => Date.now())
  const expiring = status === 'PUBLISHED' && validUntil && Date.parse(validUntil) - now < twoWeeks
  return (
    <li>
      <div className={styles.grow}>
        <Link to={paths.posting(id)} lang={language}>{title || '–'}</Link>
        <div className={styles.meta}>
          <span>{__typename === 'Offering' ? t('posting.offering') : t('posting.demand')}</span>
          <span>{t('posting.updated')} {format.date(updatedAt)}</span>
          {expiring && <strong>{t('posting.validUntil')} {format.date(validUntil)}</strong>}
        </div>
      </div>
      <Link to={paths.matches(id)} aria-label={`${t('posting.showMatches')}: ${title}`}>{t('posting.showMatches')}</Link>
      <Link to={paths.editPosting(id)} aria-label={`${t('action.edit')}: ${title}`}>{t('action.edit')}</Link>
      {status === 'PUBLISHED' && <Button onClick={() => void withdraw()}>{t('posting.withdraw')}</Button>}
      {status !== 'PUBLISHED' && <Button onClick={() => void publish()}>{t('posting.republish')}</Button>}
      {status === 'DRAFT' && <Button danger onClick={() => void discard()}>{t('posting.discard')}</Button>}
    </li>
  )
}


/** Each step says what it did; a withdrawal can be undone. */
function useLife(id: string, title: string) {
  const { t } = useTranslation()
  const { message } = useFeedback()
  const undo = useUndo()
  const [, sendWithdrawal] = useMutation(withdrawPosting)
  const [, sendPublishing] = useMutation(publishPosting)
  const [, sendDiscarding] = useMutation(discardDraft)
  const refuse = (errors: readonly { readonly message: string }[] | undefined) => message.error(errors?.map((error) => error.message).join(' ') || t('state.failedText'))
  const publish = async () => {
    const { data } = await sendPublishing({ input: { id } })
    if (data?.publishPosting.posting) message.success(t('posting.republished', { title }))
    else refuse(data?.publishPosting.errors)
  }
  return {
    publish,
    withdraw: async () => {
      const { data } = await sendWithdrawal({ input: { id } })
      if (data?.withdrawPosting.posting) undo(t('posting.withdrawn', { title }), () => void publish())
      else refuse(data?.withdrawPosting.errors)
    },
    discard: async () => {
      const { data } = await sendDiscarding({ input: { id } })
      if (data?.discardDraft.discardedId) message.success(t('posting.discarded'))
      else refuse(data?.discardDraft.errors)
    },
  }
}
