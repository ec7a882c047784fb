// The frame's own origin is opaque ("null"), but its location still names the server.
export const graphqlUrl = new URL('/graphql', location.origin).href

export const socketUrl = graphqlUrl.replace(/^http/, 'ws')
