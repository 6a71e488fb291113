import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import styles from './admin.module.css'
import { useFeedback } from '@/shared/ui/feedback'

const announce = graphql(`
  mutation Announce($input: AnnounceInput!) {
    announce(input: $input) {
      announcement { id recipientCount }
      errors { code message path }
    }
  }
`)

type Words = { titleZh?: string; titleEn?: string; bodyZh?: string; bodyEn?: string }

const localised = (zh: string | undefined, en: string | undefined) => [
  ...(zh ? [{ language: 'zh', text: zh }] : []),
  ...(en ? [{ language: 'en', text: en }] : []),
]

/** Tells everybody something, in both languages where both are given. */
export function Announce() {
  const { t } = useTranslation()
  const { message } = useFeedback()
  const [form] = Form.useForm<Words>()
  const [sending, send] = useMutation(announce)
  const [problem, setProblem] = useState<string>()
  const submit = async (words: Words) => {
    const { data } = await send({ input: { title: localised(words.titleZh, words.titleEn), body: localised(words.bodyZh, words.bodyEn) } })
    const made = data?.announce.announcement
    setProblem(made ? undefined : data?.announce.errors.map((error) => error.message).join(' ') || t('state.failedText'))
    if (!made) return
    message.success(t('admin.announced', { count: made.recipientCount ?? 0 }))
    form.resetFields()
  }
  return (
    <section aria-labelledby="announce" className={styles.section}>
      <h2 id="announce">{t('admin.announce')}</h2>
      <Form form={form} layout="vertical" className={styles.candidate} onFinish={(words) => void submit(words)}>
        {problem && <Alert type="error" showIcon role="alert" title={problem} />}
        <Form.Item name="titleZh" label={`${t('admin.announceTitle')} (${t('admin.inChinese')})`}><Input maxLength={150} lang="zh-CN" /></Form.Item>
        <Form.Item name="bodyZh" label={`${t('admin.announceBody')} (${t('admin.inChinese')})`}><Input.TextArea rows={3} maxLength={4000} lang="zh-CN" /></Form.Item>
        <Form.Item name="titleEn" label={`${t('admin.announceTitle')} (${t('admin.inEnglish')})`}><Input maxLength={150} lang="en" /></Form.Item>
        <Form.Item name="bodyEn" label={`${t('admin.announceBody')} (${t('admin.inEnglish')})`}><Input.TextArea rows={3} maxLength={4000} lang="en" /></Form.Item>
        <Button type="primary" htmlType="submit" loading={sending.fetching}>{t('admin.announceSend')}</Button>
      </Form>
    </section>
  )
}
