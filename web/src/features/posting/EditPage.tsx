import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { type FragmentType, readFragment } from '@/shared/graphql/generated/fragment-masking'
import { graphql } from '@/shared/graphql/generated/gql'
import { useLanguage } from '@/shared/i18n/language'
import { paths } from '@/shared/paths'
import { Page } from '@/shared/ui/Page'
import { Failed, Loading, MembersOnly, NotFoundNotice } from '@/shared/ui/states'
import { type KeptDraft, priceInput } from './draft'
import { PostingForm, type Refusal } from './PostingForm'
import { useFeedback } from '@/shared/ui/feedback'

const postingToEdit = graphql(`
  fragment PostingToEdit on Posting {
    __typename
    id
    revision
    language
    title
    description
    category { code }
    markets
    deliveryModes
    languages
    price { min max currency }
    validUntil
    organisation { id name(language: $language) }
  }
`)

const editPage = graphql(`
  query EditPage($id: ID!, $language: LanguageCode!) {
    node(id: $id) {
      __typename
      id
      ...PostingToEdit
    }
  }
`)

const updatePosting = graphql(`
  mutation UpdatePosting($input: UpdatePostingInput!) {
    updatePosting(input: $input) {
      posting { id revision status title }
      errors { code message path }
    }
  }
`)

export function EditPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('write.editTitle')}>
      <MembersOnly>
        <Editor />
      </MembersOnly>
    </Page>
  )
}

/** Loads anew: who edits wants the newest revision, not the cache's. */
function Editor() {
  const { id = '' } = useParams()
  const [{ data, error, fetching }, retry] = useQuery({ query: editPage, variables: { id, language: useLanguage() }, requestPolicy: 'network-only' })
  if (error) return <Failed error={error} retry={retry} />
  if (fetching || !data) return <Loading lines={10} />
  return data.node?.__typename === 'Offering' || data.node?.__typename === 'Demand' ? <EditForm posting={data.node} /> : <NotFoundNotice />
}

function EditForm(props: { posting: FragmentType<typeof postingToEdit> }) {
  const { t } = useTranslation()
  const { message } = useFeedback()
  const navigate = useNavigate()
  const [, update] = useMutation(updatePosting)
  const posting = readFragment(postingToEdit, props.posting)
  const { id, revision, organisation } = posting
  const submit = async ({ draft }: KeptDraft): Promise<readonly Refusal[]> => {
    const { data } = await update({
      input: {
        id,
        expectedRevision: revision,
        language: draft.language ?? '',
        title: draft.title ?? '',
        description: draft.description ?? '',
        category: draft.category ?? '',
        markets: draft.markets ?? [],
        deliveryModes: draft.deliveryModes ?? [],
        languages: draft.languages ?? [],
        price: priceInput(draft),
        validUntil: draft.validUntil ?? null,
      },
    })
    if (!data) return [{ code: 'UNAVAILABLE', message: t('state.failedText'), path: [] }]
    if (data.updatePosting.posting) {
      message.success(t('write.changed'))
      void navigate(paths.posting(id))
    }
    return data.updatePosting.errors.map((error) => (error.code === 'CONFLICT' ? { ...error, message: t('write.conflict'), path: [] } : error))
  }
  return (
    <PostingForm
      kind={posting.__typename === 'Offering' ? 'OFFERING' : 'DEMAND'}
      name={`${id}.${revision}`}
      organisations={[organisation]}
      submitText={t('write.saveChanges')}
      submit={submit}
      initial={{
        organisationId: organisation.id,
        language: posting.language,
        title: posting.title,
        description: posting.description,
        category: posting.category?.code,
        markets: [...posting.markets],
        deliveryModes: [...posting.deliveryModes],
        languages: [...posting.languages],
        price: posting.price ? { ...posting.price } : undefined,
        validUntil: posting.validUntil?.slice(0, 10) ?? null,
      }}
    />
  )
}
