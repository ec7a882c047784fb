// biome-ignore lint/performance/noBarrelFile: urql takes them from here, as from the package.
export { GraphQLError, Kind } from '@0no-co/graphql.web'

/** In place of a parser: an operation is a `TrustedDocument`, never text. */
export function parse(): never {
  throw new Error('Operations are generated: see client/trusted-documents.ts')
}

/** In place of a printer: a trusted document has no text here. */
export const print = () => ''
