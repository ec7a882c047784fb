import { Parser } from 'htmlparser2'

type Attributes = Record<string, string>

/** Parses what a developer pasted, a URL or a tag: address, attributes, and whether curly quotes break it. */
export function readTag(pasted: string): { address: string; attributes: Attributes; curly: boolean } {
  const curly = /[“”„‟«»]|%E2%80%9[CD]/i.test(pasted)
  const straight = pasted.replace(/[“”„‟«»]/g, '"').replace(/%E2%80%9[CD]/gi, '')
  const bare = straight.trim().replaceAll('"', '')
  const attributes = iframeIn(straight) ?? { src: iframeIn(`<iframe src="${bare}">`)?.src ?? '' }
  // JSX puts expressions in braces.
  return { address: (attributes.src ?? '').replace(/^[{"'`\s]+|[}"'`\s]+$/g, ''), attributes, curly }
}

function iframeIn(text: string): Attributes | undefined {
  let found: Attributes | undefined
  const onopentag = (name: string, attributes: Attributes) => {
    if (name === 'iframe') found ??= attributes
  }
  new Parser({ onopentag }, { decodeEntities: true }).end(text)
  return found
}
