import { Alert, Button, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import type { OrganisationCapacity } from '@/shared/graphql/generated/graphql'
import { countries, languages } from '@/shared/i18n/codes'
import { useFormat } from '@/shared/i18n/format'
import { useLanguage } from '@/shared/i18n/language'
import { nextPage } from '@/shared/nextPage'
import { showErrors } from '@/shared/ui/fieldErrors'
import { Page } from '@/shared/ui/Page'
import { MembersOnly } from '@/shared/ui/states'
import styles from './organisation.module.css'
import { useFeedback } from '@/shared/ui/feedback'

const createOrganisation = graphql(`
  mutation CreateOrganisation($input: CreateOrganisationInput!, $language: LanguageCode!) {
    createOrganisation(input: $input) {
      organisation { id name(language: $language) capacities }
      errors { code message path }
    }
  }
`)

const capacities = ['EXPORTER', 'BUYER', 'ORGANISER', 'PARK', 'ASSOCIATION', 'AUTHORITY', 'SERVICE_AGENCY'] as const

type Profile = {
  name: string
  otherName?: string
  country: string
  capacities: OrganisationCapacity[]
  website?: string
  description?: string
  languages?: string[]
}

export function NewOrganisationPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('organisation.newTitle')} lead={t('organisation.newLead')} narrow>
      <MembersOnly>
        <ProfileForm />
      </MembersOnly>
    </Page>
  )
}

function ProfileForm() {
  const { t } = useTranslation()
  const format = useFormat()
  const language = useLanguage()
  const { message } = useFeedback()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [form] = Form.useForm<Profile>()
  const [sending, send] = useMutation(createOrganisation)
  const [problem, setProblem] = useState<string>()
  const submit = async ({ otherName, ...profile }: Profile) => {
    const nameTranslations = otherName ? [{ language: language === 'zh' ? 'en' : 'zh', text: otherName }] : []
    const { data } = await send({ input: { ...profile, website: profile.website || null, nameTranslations }, language })
    const founded = data?.createOrganisation.organisation
    if (founded) {
      message.success(t('organisation.created', { name: founded.name }))
      return navigate(nextPage(params) ?? (founded.capacities.includes('EXPORTER') ? '/post/offering' : founded.capacities.includes('BUYER') ? '/post/demand' : '/dashboard'))
    }
    setProblem(data ? showErrors(form, data.createOrganisation.errors).join(' ') : t('state.failedText'))
  }
  const required = [{ required: true, message: t('write.required') }]
  const named = (codes: readonly string[], name: (code: string) => string) => codes.map((value) => ({ value, label: name(value) })).sort((a, b) => a.label.localeCompare(b.label, language))
  return (
    <Form form={form} layout="vertical" className={styles.sheet} onFinish={(profile) => void submit(profile)} initialValues={{ languages: [language] }}>
      {problem && <Alert type="error" showIcon title={problem} role="alert" style={{ marginBottom: 16 }} />}
      <Form.Item name="name" label={t('organisation.name')} rules={required}>
        <Input maxLength={200} autoComplete="organization" />
      </Form.Item>
      <Form.Item name="otherName" label={t('organisation.otherName')} extra={t('organisation.otherNameHelp')}>
        <Input maxLength={200} lang={language === 'zh' ? 'en' : 'zh-CN'} />
      </Form.Item>
      <Form.Item name="country" label={t('organisation.country')} rules={required}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={named(countries, format.country)} />
      </Form.Item>
      <Form.Item name="capacities" label={t('organisation.capacities')} rules={required}>
        <Checkbox.Group className={styles.choices}>
          {capacities.map((capacity) => (
            <Checkbox key={capacity} value={capacity}>
              {t(`organisation.capacity${capacity}`)}
              {(capacity === 'EXPORTER' || capacity === 'BUYER') && <span className={styles.help}> – {t(`organisation.capacity${capacity}Help`)}</span>}
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
      <Form.Item name="description" label={t('organisation.description')} extra={t('organisation.descriptionHelp')}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item name="website" label={t('organisation.website')}>
        <Input type="url" inputMode="url" maxLength={500} placeholder="https://" />
      </Form.Item>
      <Form.Item name="languages" label={t('organisation.languages')}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={named(languages, format.language)} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" loading={sending.fetching}>
        {t('organisation.create')}
      </Button>
    </Form>
  )
}
