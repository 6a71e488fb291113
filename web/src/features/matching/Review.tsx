import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from 'urql'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import type { MatchVerdict } from '@/shared/graphql/generated/graphql'
import { useUndo } from '@/shared/ui/useUndo'
import styles from './matching.module.css'
import { useFeedback } from '@/shared/ui/feedback'

const matchReview = graphql(`
  fragment MatchReview on Match {
    id
    status
    note
  }
`)

const reviewMatch = graphql(`
  mutation ReviewMatch($input: ReviewMatchInput!) {
    reviewMatch(input: $input) {
      match { id ...MatchReview }
      errors { code message path }
    }
  }
`)

const undoMatchReview = graphql(`
  mutation UndoMatchReview($input: UndoMatchReviewInput!) {
    undoMatchReview(input: $input) {
      match { id ...MatchReview }
      errors { code message path }
    }
  }
`)

/** Keep or put aside, with a way back; the other side does not learn of it. */
export function Review(props: { match: FragmentType<typeof matchReview> }) {
  const { t } = useTranslation()
  const { message } = useFeedback()
  const undo = useUndo()
  const { id, status, note } = readFragment(matchReview, props.match)
  const [asking, setAsking] = useState(false)
  const [, review] = useMutation(reviewMatch)
  const [, takeBack] = useMutation(undoMatchReview)
  const undoReview = async () => {
    const { data } = await takeBack({ input: { matchId: id } })
    if (!data?.undoMatchReview.match) message.error(t('state.failedText'))
  }
  const judge = async (verdict: MatchVerdict, why: string | null) => {
    setAsking(false)
    const { data } = await review({ input: { matchId: id, verdict, note: why } })
    if (data?.reviewMatch.match) undo(verdict === 'DISMISS' ? t('match.dismissedUndo') : t('match.shortlistedDone'), () => void undoReview())
    else message.error(data?.reviewMatch.errors.map((error) => error.message).join(' ') || t('state.failedText'))
  }
  if (status === 'SHORTLISTED' || status === 'DISMISSED') {
    return (
      <div className={styles.review}>
        {note && <span className={styles.note}>{t('match.note')}: {note}</span>}
        <Button onClick={() => void undoReview()}>{t('action.undo')}</Button>
        {status === 'SHORTLISTED' && <Button onClick={() => setAsking(true)}>{t('match.dismiss')}</Button>}
        {asking && <DismissDialog onDismiss={(why) => void judge('DISMISS', why)} onCancel={() => setAsking(false)} />}
      </div>
    )
  }
  return (
    <div className={styles.review}>
      <Button type="primary" ghost onClick={() => void judge('SHORTLIST', null)}>{t('match.shortlist')}</Button>
      <Button onClick={() => setAsking(true)}>{t('match.dismiss')}</Button>
      {asking && <DismissDialog onDismiss={(why) => void judge('DISMISS', why)} onCancel={() => setAsking(false)} />}
    </div>
  )
}

function DismissDialog(props: { onDismiss: (why: string | null) => void; onCancel: () => void }) {
  const { t } = useTranslation()
  const [why, setWhy] = useState('')
  return (
    <Modal title={t('match.dismiss')} open okText={t('match.dismissGo')} onOk={() => props.onDismiss(why.trim() || null)} onCancel={props.onCancel}>
      <label htmlFor="why">{t('match.dismissWhy')}</label>
      <Input.TextArea id="why" rows={3} maxLength={1000} value={why} onChange={(event) => setWhy(event.target.value)} />
    </Modal>
  )
}
