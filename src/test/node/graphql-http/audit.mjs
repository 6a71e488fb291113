// Prints what the audits of graphql-http find at the address given, one JSON object; and with `introspection` the
// introspection query that GraphiQL and code generators send.
import { serverAudits } from 'graphql-http'
import { getIntrospectionQuery } from 'graphql'

const [url] = process.argv.slice(2)
const audits = []
for (const audit of serverAudits({ url, fetchFn: fetch })) {
  const result = await audit.fn()
  audits.push({ name: audit.name, status: result.status, reason: result.reason ?? '' })
}
const introspectionQuery = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
})
console.log(JSON.stringify({ audits, introspectionQuery }))
