/** Where things are; ids are opaque and may hold any character. */
export const paths = {
  posting: (id: string) => `/postings/${encodeURIComponent(id)}`,
  editPosting: (id: string) => `/postings/${encodeURIComponent(id)}/edit`,
  matches: (id: string) => `/postings/${encodeURIComponent(id)}/matches`,
  match: (id: string) => `/matches/${encodeURIComponent(id)}`,
  organisation: (id: string) => `/organisations/${encodeURIComponent(id)}`,
}
