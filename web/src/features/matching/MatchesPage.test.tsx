import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { sessions } from '@/shared/session/session'
import { aConnection, aDemand, anOffering } from '@/shared/testing/fixtures'
import { renderPage } from '@/shared/testing/render'
import { MatchesPage } from './MatchesPage'

const reasons = [
  { kind: 'CATEGORY', points: 70, summary: 'Same kind of service', evidence: [] },
  { kind: 'PRICE', points: -8, summary: 'The price lies above the budget', evidence: [] },
]
const match = { __typename: 'Match', id: 'm', score: 62, status: 'SUGGESTED', note: null, reasons, offering: anOffering(), demand: aDemand() }
const node = anOffering({ matches: aConnection([match]) })
const address = { path: '/postings/:id/matches', at: '/postings/offering-1/matches' }

test('given a visitor, then the page asks to sign in and leads back', async () => {
  sessions.end()
  renderPage(MatchesPage, { ...address, answers: { node } })

  expect(await screen.findByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in?next=%2Fpostings%2Foffering-1%2Fmatches')
})

test('given somebody who may not see them, then the page says so', async () => {
  begin()
  renderPage(MatchesPage, { ...address, answers: { node: anOffering({ matches: null }) } })

  expect(await screen.findByRole('heading', { level: 2 })).toBeVisible()
})

test('given a match, then the other side is shown with reasons for and against and their points', async () => {
  begin()
  renderPage(MatchesPage, { ...address, answers: { node } })

  const card = await screen.findByRole('article', { name: 'Cross-border payment for a retail chain' })

  expect(within(card).getByRole('img', { name: 'Match score 62 of 100' })).toBeVisible()
  const [first, second] = within(within(card).getByRole('list', { name: 'Why this match' })).getAllByRole('listitem')
  expect(first).toHaveTextContent('+70 points')
  expect(second).toHaveTextContent('-8 points')
})

test('given a match, when it is shortlisted, then that can be undone', async () => {
  begin()
  const shortlisted = { match: { ...match, status: 'SHORTLISTED' }, errors: [] }
  renderPage(MatchesPage, { ...address, answers: { node, reviewMatch: shortlisted } })

  await userEvent.click(await screen.findByRole('button', { name: 'Shortlist' }))

  expect(await screen.findByText('On your short list.')).toBeInTheDocument()
  expect(screen.getAllByRole('button', { name: 'Undo', hidden: true })[0]).toBeInTheDocument()
})

function begin() {
  sessions.begin({ viewerId: 'v', accessToken: 't', expiresAt: new Date(Date.now() + 3_600_000).toISOString() })
}
