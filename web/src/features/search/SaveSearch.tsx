import { Button, Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import type { PostingKind } from '@/shared/graphql/generated/graphql'
import { useSignedIn } from '@/shared/session/session'
import { showErrors } from '@/shared/ui/fieldErrors'
import { criteriaOf } from './criteria'
import { useFeedback } from '@/shared/ui/feedback'

const saveSearch = graphql(`
  mutation SaveSearch($input: SaveSearchInput!) {
    saveSearch(input: $input) {
      savedSearch { id name alert }
      errors { code message path }
    }
  }
`)

/** Keeps the present search under a name; for people with an account. */
export function SaveSearch(props: { kind: PostingKind }) {
  const { t } = useTranslation()
  const { message } = useFeedback()
  const [params] = useSearchParams()
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<{ name: string; alert: boolean }>()
  const [saving, save] = useMutation(saveSearch)
  if (!useSignedIn()) return null
  const { query, filter } = criteriaOf(params)
  const submit = async (values: { name: string; alert: boolean }) => {
    const { data } = await save({ input: { ...values, kind: props.kind, query: query || null, filter } })
    const errors = data?.saveSearch.errors ?? []
    if (errors.length > 0) message.error(showErrors(form, errors).join(' '))
    if (!data?.saveSearch.savedSearch) return
    setOpen(false)
    message.success(t('search.saved'))
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('search.saveTitle')}</Button>
      <Modal title={t('search.saveTitle')} open={open} okText={t('action.save')} confirmLoading={saving.fetching} onCancel={() => setOpen(false)} onOk={() => form.submit()} destroyOnHidden>
        <Form form={form} layout="vertical" initialValues={{ name: query, alert: true }} onFinish={(values) => void submit(values)}>
          <Form.Item name="name" label={t('search.saveName')} rules={[{ required: true, message: t('write.required') }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="alert" valuePropName="checked">
            <Checkbox>{t('search.saveAlert')}</Checkbox>
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
