import type { DeliveryMode } from '@/shared/graphql/generated/graphql'

/** What a person has typed about a posting, as far as they have come. */
export type Draft = {
  organisationId?: string | undefined
  language?: string | undefined
  title?: string | undefined
  description?: string | undefined
  category?: string | undefined
  markets?: string[] | undefined
  deliveryModes?: DeliveryMode[] | undefined
  languages?: string[] | undefined
  price?: { min?: number | null | undefined; max?: number | null | undefined; currency?: string | undefined } | undefined
  /** A day, `2026-12-31`: valid to its end in UTC. */
  validUntil?: string | null | undefined
}

/** A draft with the key under which the server knows its publishing, so that trying again does not publish twice. */
export type KeptDraft = { readonly clientMutationId: string; readonly draft: Draft }

/** Drafts of this browser, one a name. They outlive the tab, the network and the session. */
export const drafts = {
  read: (name: string): KeptDraft | null => parsed(localStorage.getItem(key(name))),
  keep: (name: string, kept: KeptDraft) => localStorage.setItem(key(name), JSON.stringify(kept)),
  forget: (name: string) => localStorage.removeItem(key(name)),
}

export function newMutationId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const key = (name: string) => `fairbridge.draft.${name}`

function parsed(stored: string | null): KeptDraft | null {
  if (stored === null) return null
  try {
    const value: unknown = JSON.parse(stored)
    return isKept(value) ? value : null
  } catch {
    return null
  }
}

function isKept(value: unknown): value is KeptDraft {
  return typeof value === 'object' && value !== null && 'clientMutationId' in value && typeof value.clientMutationId === 'string' && 'draft' in value && typeof value.draft === 'object' && value.draft !== null
}

/** The price as the schema takes it; an empty one is none. */
export function priceInput(draft: Draft) {
  const { min, max, currency } = draft.price ?? {}
  if (min == null && max == null) return null
  return { min: min ?? null, max: max ?? null, currency: currency ?? 'CNY' }
}
