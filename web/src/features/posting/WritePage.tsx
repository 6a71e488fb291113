import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql } from '@/shared/graphql/generated/gql'
import type { PostingKind } from '@/shared/graphql/generated/graphql'
import { useLanguage } from '@/shared/i18n/language'
import { paths } from '@/shared/paths'
import { Page } from '@/shared/ui/Page'
import { Failed, Loading, MembersOnly, Notice } from '@/shared/ui/states'
import { type KeptDraft, priceInput } from './draft'
import { PostingForm, type Refusal } from './PostingForm'
import { useFeedback } from '@/shared/ui/feedback'

const myOrganisations = graphql(`
  query OrganisationsToPostFor($language: LanguageCode!) {
    viewer {
      id
      memberships {
        role
        organisation { id name(language: $language) capacities }
      }
    }
  }
`)

const publishOffering = graphql(`
  mutation PublishOffering($input: PublishOfferingInput!) {
    publishOffering(input: $input) {
      offering { id }
      errors { code message path }
    }
  }
`)

const publishDemand = graphql(`
  mutation PublishDemand($input: PublishDemandInput!) {
    publishDemand(input: $input) {
      demand { id }
      errors { code message path }
    }
  }
`)

const saveDraft = graphql(`
  mutation SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      posting { id }
      errors { code message path }
    }
  }
`)

export function NewOffering() {
  return <WritePage kind="OFFERING" />
}

export function NewDemand() {
  return <WritePage kind="DEMAND" />
}

function WritePage(props: { kind: PostingKind }) {
  const { t } = useTranslation()
  return (
    <Page title={props.kind === 'OFFERING' ? t('write.newOffering') : t('write.newDemand')} lead={t('write.lead')}>
      <MembersOnly>
        <Writer key={props.kind} kind={props.kind} />
      </MembersOnly>
    </Page>
  )
}

function Writer(props: { kind: PostingKind }) {
  const { t } = useTranslation()
  const [{ data, error, fetching }, retry] = useQuery({ query: myOrganisations, variables: { language: useLanguage() } })
  const publish = usePublishing(props.kind)
  const memberships = data?.viewer?.memberships
  if (!memberships) return fetching ? <Loading lines={10} /> : <Failed error={error} retry={retry} />
  const capacity = props.kind === 'OFFERING' ? 'EXPORTER' : 'BUYER'
  const organisations = memberships.filter(({ role, organisation }) => role !== 'VIEWER' && organisation.capacities.includes(capacity)).map(({ organisation }) => organisation)
  if (organisations.length === 0) {
    const text = memberships.length === 0 ? t('write.needOrganisationText') : props.kind === 'OFFERING' ? t('write.needOffering') : t('write.needDemand')
    const here = props.kind === 'OFFERING' ? '/post/offering' : '/post/demand'
    return (
      <Notice title={t('write.needOrganisationTitle')} text={text}>
        <Link to={`/organisations/new?next=${encodeURIComponent(here)}`}>{t('organisation.create')}</Link>
      </Notice>
    )
  }
  return <PostingForm kind={props.kind} name={props.kind} organisations={organisations} initial={{}} submitText={t('write.publish')} {...publish} />
}

/** Publishes or saves; the browser's own draft goes only when the server has it. */
function usePublishing(kind: PostingKind) {
  const { t } = useTranslation()
  const { message } = useFeedback()
  const navigate = useNavigate()
  const [, sendOffering] = useMutation(publishOffering)
  const [, sendDemand] = useMutation(publishDemand)
  const [, sendDraft] = useMutation(saveDraft)

  const content = ({ clientMutationId, draft }: KeptDraft) => ({
    organisationId: draft.organisationId ?? '',
    language: draft.language ?? '',
    title: draft.title ?? '',
    description: draft.description ?? '',
    category: draft.category ?? '',
    markets: draft.markets ?? [],
    deliveryModes: draft.deliveryModes ?? [],
    languages: draft.languages ?? [],
    price: priceInput(draft),
    validUntil: draft.validUntil ?? null,
    clientMutationId,
  })

  const send = async (kept: KeptDraft) => {
    const input = content(kept)
    if (kind === 'OFFERING') {
      const { data } = await sendOffering({ input })
      return { id: data?.publishOffering.offering?.id, errors: data?.publishOffering.errors }
    }
    const { data } = await sendDemand({ input })
    return { id: data?.publishDemand.demand?.id, errors: data?.publishDemand.errors }
  }

  const unanswered: readonly Refusal[] = [{ code: 'UNAVAILABLE', message: t('state.failedText'), path: [] }]

  return {
    submit: async (kept: KeptDraft): Promise<readonly Refusal[]> => {
      const { id, errors } = await send(kept)
      if (id) {
        message.success(t('write.published'))
        void navigate(paths.matches(id))
      }
      return errors ?? unanswered
    },
    saveDraft: async (kept: KeptDraft): Promise<readonly Refusal[]> => {
      const input = content(kept)
      const { data } = await sendDraft({
        input: { ...input, kind, title: input.title || null, description: input.description || null, category: input.category || null, clientMutationId: `${kept.clientMutationId}-draft` },
      })
      if (data?.saveDraft.posting) {
        message.success(t('write.draftSaved'))
        void navigate('/dashboard')
      }
      return data?.saveDraft.errors ?? unanswered
    },
  }
}
