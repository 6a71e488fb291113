import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { sessions } from '@/shared/session/session'
import { aCategory, aConnection, anOffering, anOrganisation } from '@/shared/testing/fixtures'
import { renderPage } from '@/shared/testing/render'
import { NewOffering } from './WritePage'

const viewer = { __typename: 'Viewer', id: 'v', memberships: [{ role: 'OWNER', organisation: anOrganisation() }] }
const serviceCategories = [aCategory('SI2', 'Computer services')]
const answers = { viewer, serviceCategories, offerings: aConnection([anOffering()]) }

beforeEach(() => sessions.begin({ viewerId: 'v', accessToken: 't', expiresAt: new Date(Date.now() + 3_600_000).toISOString() }))

test('given somebody who types, when the page is left and opened again, then the words are still there', async () => {
  const first = renderPage(NewOffering, { answers })
  await write(await screen.findByLabelText('Title'), 'Port software')
  first.unmount()

  renderPage(NewOffering, { answers })

  expect(await screen.findByLabelText('Title')).toHaveValue('Port software')
  expect(screen.getByText('We kept what you typed last time.')).toBeVisible()
})

test('given a refusal with a path, when publishing under the suggested category, then it stands at its field and nothing typed is lost', async () => {
  const publishOffering = { offering: null, errors: [{ code: 'INVALID', message: 'That is no good title.', path: ['title'] }] }
  renderPage(NewOffering, { answers: { ...answers, publishOffering } })
  await write(await screen.findByLabelText('Title'), 'xyz')
  await write(screen.getByLabelText('Description'), 'y')
  await userEvent.click(await screen.findByRole('button', { name: 'Computer services' }))

  await userEvent.click(screen.getByRole('button', { name: 'Publish' }))

  expect(await screen.findByText('That is no good title.')).toBeInTheDocument()
  expect(screen.getByLabelText('Title')).toHaveValue('xyz')
})

/** At once: each keystroke draws the whole form, which a busy machine feels. */
async function write(field: HTMLElement, words: string) {
  await userEvent.click(field)
  await userEvent.paste(words)
}
