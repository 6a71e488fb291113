import { Client, fetchExchange } from '@urql/core'
import { render } from '@testing-library/react'
import { buildSchema, graphql } from 'graphql'
import type { ComponentType } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { Provider } from 'urql'
import { vi } from 'vitest'
import { Feedback } from '../ui/feedback'

/** What the server says: a value, or a function of the arguments, for each root field. */
export type Answers = Record<string, unknown>

const parts = import.meta.glob<string>('../../../../schema/*.graphqls', { query: '?raw', import: 'default', eager: true })

/** The server's own schema, so that a test can neither ask nor answer what it does not allow. */
const schema = buildSchema(Object.values(parts).join('\n'), { assumeValid: true })

async function answer(body: string, answers: Answers): Promise<Response> {
  const { query, variables } = JSON.parse(body)
  const result = await graphql({ schema, source: query, rootValue: answers, variableValues: variables })
  return new Response(JSON.stringify(result), { headers: { 'content-type': 'application/json' } })
}

/** Shows a page at an address, with a server that gives these answers. */
export function renderPage(Page: ComponentType, { path = '/', at = path, answers = {} }: { path?: string; at?: string; answers?: Answers }) {
  const fetch = vi.fn(async (_url: RequestInfo | URL, init?: RequestInit) => answer(String(init?.body), answers))
  const client = new Client({ url: 'http://test/graphql', preferGetMethod: false, fetch, exchanges: [fetchExchange] })
  const router = createMemoryRouter([{ path, Component: Page }, { path: '*', element: null }], { initialEntries: [at] })
  const view = render(
    <Provider value={client}>
      <Feedback>
        <RouterProvider router={router} />
      </Feedback>
    </Provider>,
  )
  return { ...view, router, fetch }
}
