import { sessions } from '@/shared/session/session'

/** Sends a file ahead of the mutation that reads it, and gives the id under which the server keeps it. */
export async function upload(file: File): Promise<string> {
  const body = new FormData()
  body.append('file', file)
  const answer = await fetch('/uploads', { method: 'POST', body, headers: { Authorization: `Bearer ${sessions.token() ?? ''}` } })
  if (answer.status === 401) sessions.expire()
  const said: unknown = answer.ok ? await answer.json() : null
  if (typeof said === 'object' && said !== null && 'uploadId' in said && typeof said.uploadId === 'string') return said.uploadId
  throw new Error(`upload answered ${answer.status}`)
}
