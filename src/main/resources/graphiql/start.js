// What the headers editor holds goes with each HTTP request, and as `connection_init` payload with each websocket:
// { "Authorization": "Bearer …" }
const socketUrl = location.origin.replace(/^http/, 'ws') + '/graphql'

const welcome = `# Fairbridge (展桥). Sign in, put the token into the headers below, and ask:
#
#   mutation { signIn(input: { email: "…", password: "…" }) { session { accessToken } errors { message } } }
#   { "Authorization": "Bearer …" }
#
# Matches arrive live while this runs:
#
#   subscription { notificationReceived { title createdAt } }

{
  offerings(query: "logistics", first: 5) {
    totalCount
    edges { node { title organisation { name country } } }
  }
}
`

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql', subscriptionUrl: socketUrl }),
    defaultQuery: welcome,
    defaultEditorToolsVisibility: 'headers',
    isHeadersEditorEnabled: true,
  }),
)
