import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import { useLocale } from '@/shared/i18n/language'
import { showErrors } from '@/shared/ui/fieldErrors'
import { Page } from '@/shared/ui/Page'
import { startSession } from './startSession'
import styles from './account.module.css'

const signUp = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      session { accessToken expiresAt }
      viewer { id }
      errors { code message path }
    }
  }
`)

type Person = { email: string; password: string; displayName: string }

export function SignUpPage() {
  const { t } = useTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [form] = Form.useForm<Person>()
  const [sending, send] = useMutation(signUp)
  const [problem, setProblem] = useState<string>()
  const submit = async (person: Person) => {
    const { data } = await send({ input: { ...person, locale } })
    if (data && startSession(data.signUp)) return navigate({ pathname: '/organisations/new', search: params.toString() }, { replace: true })
    setProblem(data ? showErrors(form, data.signUp.errors).join(' ') : t('state.failedText'))
  }
  const required = [{ required: true, message: t('write.required') }]
  return (
    <Page title={t('account.signUpTitle')} narrow>
      <div className={styles.sheet}>
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(person) => void submit(person)}>
          {problem && <Alert type="error" showIcon title={problem} style={{ marginBottom: 16 }} role="alert" />}
          <Form.Item name="displayName" label={t('account.displayName')} rules={required}>
            <Input autoComplete="name" maxLength={80} />
          </Form.Item>
          <Form.Item name="email" label={t('account.email')} rules={required}>
            <Input type="email" autoComplete="username" inputMode="email" maxLength={254} />
          </Form.Item>
          <Form.Item name="password" label={t('account.password')} extra={t('account.passwordHelp')} rules={required}>
            <Input.Password autoComplete="new-password" maxLength={128} />
          </Form.Item>
          <Button type="primary" htmlType="submit" block size="large" loading={sending.fetching}>
            {t('account.signUp')}
          </Button>
        </Form>
        <p className={styles.other}>
          {t('account.haveAccount')} <Link to={{ pathname: '/sign-in', search: params.toString() }}>{t('nav.signIn')}</Link>
        </p>
      </div>
    </Page>
  )
}
