import { Client, subscriptionExchange } from '@urql/core'
import { expect, test, vi } from 'vitest'

const subscribe = vi.fn()
vi.mock('graphql-ws', () => ({ createClient: () => ({ subscribe, terminate: vi.fn() }) }))

test('given a socket that comes back, then the subscription goes on after the last cursor that came', async () => {
  const { liveForwarder } = await import('./live')
  const client = new Client({ url: 'http://test/graphql', preferGetMethod: false, exchanges: [subscriptionExchange({ forwardSubscription: liveForwarder })] })
  const next = vi.fn()
  client.subscription('subscription ($after: String) { notificationReceived(after: $after) { cursor } }', { after: '4' }).subscribe(next)
  await vi.waitFor(() => expect(subscribe).toHaveBeenCalled())
  const [payload, sink] = subscribe.mock.calls[0] ?? []
  const asFirstSent = JSON.stringify(payload.variables)

  sink.next({ data: { notificationReceived: { cursor: '7' } } })

  expect(asFirstSent).toBe('{"after":"4"}')
  expect(JSON.stringify(payload.variables)).toBe('{"after":"7"}')
  expect(next).toHaveBeenCalledOnce()
})
