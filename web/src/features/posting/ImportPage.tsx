import { Alert, Button, Form, Radio, Select, Spin } from 'antd'
import { type ChangeEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import type { ImportFormat, PostingKind } from '@/shared/graphql/generated/graphql'
import { useLanguage } from '@/shared/i18n/language'
import { Page } from '@/shared/ui/Page'
import { Failed, Loading, MembersOnly, Notice } from '@/shared/ui/states'
import { type importReport, Report } from './ImportReport'
import type { FragmentType } from '@/shared/graphql/generated/fragment-masking'
import { upload } from './upload'
import styles from './posting.module.css'
import { useFeedback } from '@/shared/ui/feedback'

const organisationsToImportFor = graphql(`
  query OrganisationsToImportFor($language: LanguageCode!) {
    viewer {
      id
      memberships { role organisation { id name(language: $language) } }
    }
  }
`)

const importPostings = graphql(`
  mutation ImportPostings($input: ImportPostingsInput!) {
    importPostings(input: $input) {
      report { ...ImportReport }
      errors { code message path }
    }
  }
`)

const formats = ['CSV', 'XLSX', 'JSONL', 'OCDS'] as const
const formatOf: Record<string, ImportFormat> = { csv: 'CSV', tsv: 'CSV', txt: 'CSV', xlsx: 'XLSX', jsonl: 'JSONL', ndjson: 'JSONL', json: 'OCDS', zip: 'OCDS' }

type Choice = { organisationId: string; kind: PostingKind; format: ImportFormat }
type Done = { report: FragmentType<typeof importReport>; dryRun: boolean }

export function ImportPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('import.title')} lead={t('import.lead')} narrow>
      <MembersOnly>
        <Importer />
      </MembersOnly>
    </Page>
  )
}

function Importer() {
  const { t } = useTranslation()
  const [{ data, error, fetching }, retry] = useQuery({ query: organisationsToImportFor, variables: { language: useLanguage() } })
  const memberships = data?.viewer?.memberships
  if (!memberships) return fetching ? <Loading /> : <Failed error={error} retry={retry} />
  const organisations = memberships.filter(({ role }) => role !== 'VIEWER').map(({ organisation }) => organisation)
  if (organisations.length === 0) {
    return (
      <Notice title={t('write.needOrganisationTitle')} text={t('write.needOrganisationText')}>
        <Link to="/organisations/new?next=/import">{t('organisation.create')}</Link>
      </Notice>
    )
  }
  return <ImportForm organisations={organisations} />
}

/** First a dry run, whose report is shown; only then the import of the very same upload. */
function ImportForm(props: { organisations: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation()
  const { message } = useFeedback()
  const [form] = Form.useForm<Choice>()
  const [file, setFile] = useState<File>()
  const [uploadId, setUploadId] = useState<string>()
  const [done, setDone] = useState<Done>()
  const [problem, setProblem] = useState<string>()
  const [working, setWorking] = useState(false)
  const [, send] = useMutation(importPostings)

  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0]
    setFile(chosen)
    setUploadId(undefined)
    setDone(undefined)
    const format = formatOf[chosen?.name.split('.').pop()?.toLowerCase() ?? '']
    if (format) form.setFieldsValue({ format })
  }
  const run = async (dryRun: boolean) => {
    if (!file) return setProblem(t('import.noFile'))
    setProblem(undefined)
    setWorking(true)
    try {
      const sent = uploadId ?? (await upload(file))
      setUploadId(sent)
      const { data } = await send({ input: { ...form.getFieldsValue(), uploadId: sent, dryRun } })
      const report = data?.importPostings.report
      if (report) setDone({ report, dryRun })
      else setProblem(data?.importPostings.errors.map((error) => error.message).join(' ') || t('state.failedText'))
      if (report && !dryRun) message.success(t('import.result'))
    } catch {
      setProblem(t('import.uploadFailed'))
    } finally {
      setWorking(false)
    }
  }
  return (
    <>
      <Form form={form} layout="vertical" className={styles.panel} initialValues={{ organisationId: props.organisations[0]?.id, kind: 'OFFERING', format: 'CSV' }} onValuesChange={() => setDone(undefined)} onFinish={() => void run(true)}>
        {problem && <Alert type="error" showIcon role="alert" className={styles.restored} title={problem} />}
        <Form.Item name="organisationId" label={t('import.organisation')}>
          <Select options={props.organisations.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item label={t('import.file')} htmlFor="file">
          <input id="file" type="file" accept=".csv,.tsv,.txt,.xlsx,.json,.jsonl,.ndjson,.zip" onChange={choose} />
        </Form.Item>
        <Form.Item name="format" label={t('import.format')}>
          <Select options={formats.map((format) => ({ value: format, label: t(`import.format${format}`) }))} />
        </Form.Item>
        <Form.Item name="kind" label={t('import.kind')}>
          <Radio.Group options={[{ value: 'OFFERING', label: t('nav.offerings') }, { value: 'DEMAND', label: t('nav.demands') }]} />
        </Form.Item>
        <Button htmlType="submit" type={done ? 'default' : 'primary'} disabled={working}>{t('import.check')}</Button>
      </Form>
      {working && <div role="status" className={styles.report}><Spin /> {t('import.working')}</div>}
      {done && <Report {...done} onImport={() => void run(false)} working={working} />}
    </>
  )
}
