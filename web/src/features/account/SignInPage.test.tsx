import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { sessions } from '@/shared/session/session'
import { renderPage } from '@/shared/testing/render'
import { SignInPage } from './SignInPage'

const anHourLater = () => new Date(Date.now() + 3_600_000).toISOString()

async function fillIn() {
  await userEvent.type(screen.getByLabelText('E-mail address'), 'li@example.com')
  await userEvent.type(screen.getByLabelText('Password'), 'a long sentence')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
}

test('given right credentials, when signing in, then one goes on to where one wanted', async () => {
  const signIn = { session: { accessToken: 't', expiresAt: anHourLater() }, viewer: { id: 'v' }, errors: [] }
  const { router } = renderPage(SignInPage, { path: '/sign-in', at: '/sign-in?next=/inbox', answers: { signIn } })

  await fillIn()

  await expect.poll(() => router.state.location.pathname).toBe('/inbox')
  expect(sessions.now().kind).toBe('signedIn')
})

test('given an address of another site, when signing in, then one stays here', async () => {
  const signIn = { session: { accessToken: 't', expiresAt: anHourLater() }, viewer: { id: 'v' }, errors: [] }
  const { router } = renderPage(SignInPage, { path: '/sign-in', at: '/sign-in?next=//elsewhere.example', answers: { signIn } })

  await fillIn()

  await expect.poll(() => router.state.location.pathname).toBe('/dashboard')
})

test('given wrong credentials, when signing in, then the server says so in words', async () => {
  const signIn = { session: null, viewer: null, errors: [{ code: 'BAD_CREDENTIALS', message: 'That does not fit.', path: [] }] }
  renderPage(SignInPage, { path: '/sign-in', answers: { signIn } })

  await fillIn()

  expect(await screen.findByRole('alert')).toHaveTextContent('That does not fit.')
})
