import { Parser } from 'htmlparser2'

type Attributes = Record<string, string>

/** Curly quotes where an attribute’s value, or the pasted address itself, begins or ends. Others are part of a value. */
const opening = /((?:^|[\s"'“”„‟«»])[a-z-]+\s*=\s*)[“”„‟«»]/gi
const closing = /[“”„‟«»](?=\s+[a-z-]+\s*=|\s*\/?>)/gi
const around = /^(?:[“”„‟«»]|%E2%80%9[CD])+|(?<=^(?:[“”„‟«»]|%E2%80%9[CD]).*)(?:[“”„‟«»]|%E2%80%9[CD])+$/gis

/** Parses what a developer pasted, a URL or a tag: address, attributes, and whether curly quotes break it. */
export function readTag(pasted: string): { address: string; attributes: Attributes; curly: boolean } {
  const straight = straightened(pasted.trim())
  const curly = straight !== pasted.trim()
  const bare = straight.replaceAll('"', '')
  const attributes = tagIn(straight) ?? { src: tagIn(`<iframe src="${bare}">`)?.src ?? '' }
  // JSX puts expressions in braces.
  return { address: (attributes.src ?? '').replace(/^[{"'`\s]+|[}"'`\s]+$/g, ''), attributes, curly }
}

function straightened(text: string): string {
  if (!text.startsWith('<')) return text.replace(around, '')
  const opened = text.replace(opening, '$1"')
  return opened === text ? text : opened.replace(closing, '"')
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
