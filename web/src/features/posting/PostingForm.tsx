import { Alert, Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostingKind } from '@/shared/graphql/generated/graphql'
import { useLanguage } from '@/shared/i18n/language'
import { PostingFacts } from '@/shared/posting/PostingFacts'
import { showErrors } from '@/shared/ui/fieldErrors'
import { type Draft, drafts, type KeptDraft, newMutationId, priceInput } from './draft'
import { PostingFields } from './PostingFields'
import { CategorySuggestion, SimilarPostings, useSimilar } from './Similar'
import styles from './posting.module.css'

export type Refusal = { readonly code: string; readonly message: string; readonly path: readonly string[] }

type PostingFormProps = {
  kind: PostingKind
  /** Under which the browser keeps what is typed. */
  name: string
  organisations: readonly { id: string; name: string }[]
  initial: Draft
  submitText: string
  submit: (kept: KeptDraft) => Promise<readonly Refusal[]>
  saveDraft?: (kept: KeptDraft) => Promise<readonly Refusal[]>
}

/** Writes a posting: every keystroke is kept in the browser until the server has it. */
export function PostingForm(props: PostingFormProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [form] = Form.useForm<Draft>()
  const [{ kept, restored }, setKept] = useState(() => {
    const found = drafts.read(props.name)
    return { kept: found ?? { clientMutationId: newMutationId(), draft: {} }, restored: found !== null }
  })
  const [problem, setProblem] = useState<string>()
  const [sending, setSending] = useState(false)
  const fresh: Draft = { organisationId: props.organisations[0]?.id, language, price: { currency: language === 'zh' ? 'CNY' : 'USD' }, ...props.initial }
  const shown: Draft = { ...fresh, ...kept.draft }
  const { postings, categories } = useSimilar(props.kind, shown.title ?? '')

  const change = (draft: Draft) => {
    const next = { clientMutationId: kept.clientMutationId, draft }
    drafts.keep(props.name, next)
    setKept({ kept: next, restored: false })
  }
  const startOver = () => {
    drafts.forget(props.name)
    setKept({ kept: { clientMutationId: newMutationId(), draft: {} }, restored: false })
    form.setFieldsValue({ title: '', description: '', category: undefined, markets: [], deliveryModes: [], languages: [], validUntil: null, ...fresh })
  }
  const send = async (how: (kept: KeptDraft) => Promise<readonly Refusal[]>) => {
    setSending(true)
    const errors = await how({ ...kept, draft: shown })
    setSending(false)
    if (errors.length === 0) drafts.forget(props.name)
    setProblem(showErrors(form, errors).join(' '))
  }
  const { saveDraft } = props

  return (
    <div className={styles.writer}>
      <Form form={form} layout="vertical" className={styles.panel} initialValues={shown} onValuesChange={(_, draft) => change(draft)} onFinish={() => void send(props.submit)} scrollToFirstError={{ focus: true }}>
        {restored && <Alert type="info" showIcon className={styles.restored} title={t('write.draftRestored')} action={<Button size="small" onClick={startOver}>{t('write.startOver')}</Button>} />}
        {problem && <Alert type="error" showIcon role="alert" className={styles.restored} title={problem} />}
        <PostingFields
          organisations={props.organisations}
          suggestion={
            <CategorySuggestion
              categories={categories.filter(({ code }) => code !== shown.category)}
              choose={(category) => {
                form.setFieldsValue({ category })
                change({ ...shown, category })
              }}
            />
          }
        />
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit" size="large" loading={sending}>{props.submitText}</Button>
          {saveDraft && <Button size="large" disabled={sending} onClick={() => void send(saveDraft)}>{t('write.saveDraft')}</Button>}
        </div>
      </Form>
      <aside className={styles.side} aria-label={t('write.preview')}>
        <Preview kind={props.kind} draft={shown} />
        <SimilarPostings kind={props.kind} postings={postings} />
      </aside>
    </div>
  )
}

function Preview(props: { kind: PostingKind; draft: Draft }) {
  const { t } = useTranslation()
  const { draft, kind } = props
  const price = priceInput(draft)
  return (
    <section className={styles.panel} aria-labelledby="preview">
      <h2 id="preview">{t('write.preview')}</h2>
      {draft.title ? <h3 lang={draft.language}>{draft.title}</h3> : <p className={styles.help}>{t('write.previewEmpty')}</p>}
      <p className={styles.text} lang={draft.language}>{draft.description}</p>
      {draft.title && (
        <PostingFacts
          facts={{ kind, category: draft.category, markets: draft.markets ?? [], deliveryModes: draft.deliveryModes ?? [], languages: draft.languages ?? [], price, validUntil: draft.validUntil }}
        />
      )}
    </section>
  )
}
