import { type Cache, cacheExchange, type Entity, type UpdateResolver } from '@urql/exchange-graphcache'
import generated from '@/shared/graphql/generated/possibleTypes'

const embedded = () => null

/** Makes every list under `field` of an entity be asked for again. */
function forget(store: Cache, entity: Entity, ...fields: string[]) {
  for (const info of store.inspectFields(entity)) {
    if (fields.includes(info.fieldName)) store.invalidate(entity, info.fieldKey)
  }
}

function forgetOfViewer(store: Cache, ...fields: string[]) {
  const viewer = store.resolve('Query', 'viewer')
  if (typeof viewer === 'string') forget(store, viewer, ...fields)
}

const viewerChanged =
  (...fields: string[]): UpdateResolver =>
  (_result, _args, store) => forgetOfViewer(store, ...fields)

/** A posting came, went or changed its state: lists that may hold it are asked for again. */
const postingsChanged: UpdateResolver = (_result, _args, store) => {
  forget(store, 'Query', 'offerings', 'demands')
  const viewer = store.resolve('Query', 'viewer')
  const memberships = typeof viewer === 'string' ? store.resolve(viewer, 'memberships') : null
  for (const membership of Array.isArray(memberships) ? memberships : []) {
    const organisation = typeof membership === 'string' ? store.resolve(membership, 'organisation') : null
    if (typeof organisation === 'string') forget(store, organisation, 'postings')
  }
}

const notificationReceived: UpdateResolver = (result, _args, store) => {
  forgetOfViewer(store, 'notifications', 'unreadNotificationCount')
  for (const posting of store.inspectFields('Query').length > 0 ? matchedPostings(result) : []) {
    forget(store, posting, 'matches')
  }
}

type Received = { notificationReceived?: { match?: { offering?: Entity; demand?: Entity } | null } }

function matchedPostings(result: Received): Entity[] {
  const match = result.notificationReceived?.match
  return [match?.offering, match?.demand].filter((posting) => posting != null)
}

/** The normalised cache: entities by id, values inside their owners. */
export function cache() {
  return cacheExchange({
    possibleTypes: generated.possibleTypes,
    keys: {
      ServiceCategory: (category) => (typeof category.code === 'string' ? category.code : null),
      Price: embedded,
      PostingSource: embedded,
      LocalisedText: embedded,
      Membership: embedded,
      Facet: embedded,
      FacetBucket: embedded,
      Highlight: embedded,
      SavedFilter: embedded,
      MatchReason: embedded,
      MatchEvidence: embedded,
      MatchTimes: embedded,
    },
    updates: {
      Mutation: {
        createOrganisation: viewerChanged('memberships'),
        publishOffering: postingsChanged,
        publishDemand: postingsChanged,
        saveDraft: postingsChanged,
        publishPosting: postingsChanged,
        updatePosting: postingsChanged,
        withdrawPosting: postingsChanged,
        discardDraft: postingsChanged,
        importPostings: postingsChanged,
        saveSearch: viewerChanged('savedSearches'),
        deleteSavedSearch: viewerChanged('savedSearches'),
        markNotificationsRead: viewerChanged('notifications', 'unreadNotificationCount'),
        verifyOrganisation: (_result, _args, store) => forget(store, 'Query', 'organisationsToVerify'),
      },
      Subscription: { notificationReceived },
    },
  })
}
