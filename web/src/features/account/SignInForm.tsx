import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import { showErrors } from '@/shared/ui/fieldErrors'
import { startSession } from './startSession'

const signIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      session { accessToken expiresAt }
      viewer { id }
      errors { code message path }
    }
  }
`)

type Credentials = { email: string; password: string }

export function SignInForm(props: { onSignedIn: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Credentials>()
  const [sending, send] = useMutation(signIn)
  const [problem, setProblem] = useState<string>()
  const submit = async (input: Credentials) => {
    const { data } = await send({ input })
    if (data && startSession(data.signIn)) return props.onSignedIn()
    setProblem(data ? showErrors(form, data.signIn.errors).join(' ') : t('state.failedText'))
  }
  const required = [{ required: true, message: t('write.required') }]
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(input) => void submit(input)}>
      {problem && <Alert type="error" showIcon title={problem} style={{ marginBottom: 16 }} role="alert" />}
      <Form.Item name="email" label={t('account.email')} rules={required}>
        <Input type="email" autoComplete="username" inputMode="email" />
      </Form.Item>
      <Form.Item name="password" label={t('account.password')} rules={required}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={sending.fetching}>
        {t('account.signIn')}
      </Button>
    </Form>
  )
}
