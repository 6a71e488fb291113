/** Where a form leads when it is done: only to a page of this application, whatever the address says. */
export function nextPage(params: URLSearchParams): string | undefined {
  const next = params.get('next')
  return next && /^\/(?![/\\])/.test(next) ? next : undefined
}
