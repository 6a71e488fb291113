import { Checkbox, DatePicker, Form, Input, InputNumber, Select, TreeSelect } from 'antd'
import type { ReactNode } from 'react'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import { countries, currencies, languages } from '@/shared/i18n/codes'
import { useFormat } from '@/shared/i18n/format'
import { useLanguage } from '@/shared/i18n/language'
import styles from './posting.module.css'

const categoryTree = graphql(`
  query CategoryTree($language: LanguageCode!) {
    serviceCategories {
      code
      name(language: $language)
      parent { code }
    }
  }
`)

const modes = ['CROSS_BORDER', 'CONSUMPTION_ABROAD', 'COMMERCIAL_PRESENCE', 'PRESENCE_OF_NATURAL_PERSONS'] as const

/** The fields of a posting, in the order one thinks of them; the names are the paths of the input. */
export function PostingFields(props: { organisations: readonly { id: string; name: string }[]; suggestion: ReactNode }) {
  const { t } = useTranslation()
  const format = useFormat()
  const language = useLanguage()
  const required = [{ required: true, message: t('write.required') }]
  const named = (codes: readonly string[], name: (code: string) => string) => codes.map((value) => ({ value, label: name(value) })).sort((a, b) => a.label.localeCompare(b.label, language))
  const search = { optionFilterProp: 'label' }
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="organisationId" label={t('write.organisation')} rules={required} hidden={props.organisations.length < 2}>
          <Select options={props.organisations.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="language" label={t('write.language')} rules={required}>
          <Select showSearch={search} options={languages.map((code) => ({ value: code, label: format.language(code) }))} />
        </Form.Item>
      </div>
      <Form.Item name="title" label={t('write.title')} extra={t('write.titleHelp')} rules={required}>
        <Input maxLength={150} showCount />
      </Form.Item>
      <Form.Item name="description" label={t('write.description')} extra={t('write.descriptionHelp')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} maxLength={8000} showCount />
      </Form.Item>
      <Form.Item label={t('write.category')} htmlFor="category" extra={<>{t('write.categoryHelp')}{props.suggestion}</>} required>
        <Form.Item name="category" noStyle rules={required}>
          <CategorySelect />
        </Form.Item>
      </Form.Item>
      <Form.Item name="markets" label={t('write.markets')} extra={t('write.marketsHelp')}>
        <Select mode="multiple" maxCount={20} showSearch={search} options={named(countries, format.country)} />
      </Form.Item>
      <Form.Item name="deliveryModes" label={t('write.modes')}>
        <Checkbox.Group className={styles.choices}>
          {modes.map((mode) => (
            <Checkbox key={mode} value={mode}>
              {t(`mode.${mode}`)} <span className={styles.help}>– {t(`modeHelp.${mode}`)}</span>
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
      <Form.Item name="languages" label={t('write.languages')} extra={t('write.languagesHelp')}>
        <Select mode="multiple" maxCount={20} showSearch={search} options={languages.map((code) => ({ value: code, label: format.language(code) }))} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name={['price', 'min']} label={t('write.priceMin')}>
          <InputNumber min={0} style={{ width: '100%' }} inputMode="decimal" />
        </Form.Item>
        <Form.Item name={['price', 'max']} label={t('write.priceMax')}>
          <InputNumber min={0} style={{ width: '100%' }} inputMode="decimal" />
        </Form.Item>
        <Form.Item name={['price', 'currency']} label={t('write.currency')}>
          <Select showSearch={search} options={currencies.map((code) => ({ value: code, label: format.currency(code) }))} />
        </Form.Item>
        <Form.Item
          name="validUntil"
          label={t('write.validUntil')}
          getValueProps={(value: unknown) => ({ value: typeof value === 'string' ? dayjs(value) : null })}
          normalize={(value: Dayjs | null) => value?.format('YYYY-MM-DD') ?? null}
        >
          <DatePicker style={{ width: '100%' }} disabledDate={(day) => day.isBefore(dayjs(), 'day')} />
        </Form.Item>
      </div>
    </>
  )
}

type CategorySelectProps = { id?: string; value?: string; onChange?: (code: string) => void }

/** The EBOPS tree, found by words of either its code or its name. */
function CategorySelect(props: CategorySelectProps) {
  const language = useLanguage()
  const [{ data, fetching }] = useQuery({ query: categoryTree, variables: { language }, requestPolicy: 'cache-first' })
  const nodes = data?.serviceCategories.filter(({ code }) => code !== 'S').map(({ code, name, parent }) => ({ id: code, value: code, pId: parent?.code === 'S' ? 0 : parent?.code, title: `${name} (${code})` }))
  return <TreeSelect {...props} treeDataSimpleMode showSearch={{ treeNodeFilterProp: 'title' }} loading={fetching} treeData={nodes ?? []} style={{ width: '100%' }} allowClear />
}
