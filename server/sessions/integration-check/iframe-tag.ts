import { Parser } from 'htmlparser2'

type Attributes = Record<string, string>

/** Parses what a developer pasted, a URL or a tag: address, attributes, and whether curly quotes break it. */
export function readTag(pasted: string): { address: string; attributes: Attributes; curly: boolean } {
  const curly = /[“”„‟«»]|%E2%80%9[CD]/i.test(pasted)
  const straight = pasted.replace(/[“”„‟«»]/g, '"').replace(/%E2%80%9[CD]/gi, '')
  const bare = straight.trim().replaceAll('"', '')
  const attributes = tagIn(straight) ?? { src: tagIn(`<iframe src="${bare}">`)?.src ?? '' }
  // JSX puts expressions in braces.
  return { address: (attributes.src ?? '').replace(/^[{"'`\s]+|[}"'`\s]+$/g, ''), attributes, curly }
}

/** The names of the tags that embed the frame: HTML's, the loader's, and of its component in React and Preact. */
const names = ['iframe', 'ticket-center', 'ticketcenter']

function tagIn(text: string): Attributes | undefined {
  let found: Attributes | undefined
  const onopentag = (name: string, attributes: Attributes) => {
    if (names.includes(name)) found ??= attributes
  }
  new Parser({ onopentag }, { decodeEntities: true }).end(text)
  return found
}
