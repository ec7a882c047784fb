import { Parser } from 'htmlparser2'

export interface Element {
  tag: string
  attributes: Record<string, string>
}

/**
 * An HTML document as a parser sees it, independent of the code under test: its elements in order, its visible text,
 * the preview text, and all addresses of links and images.
 */
export function readHtml(html: string) {
  const elements: Element[] = []
  const texts: Record<'head' | 'hidden' | 'seen', string[]> = { head: [], hidden: [], seen: [] }
  const places: (keyof typeof texts)[] = ['seen']
  const place = () => places.at(-1) ?? 'seen'
  const parser = new Parser({
    onopentag(tag, attributes) {
      elements.push({ tag, attributes })
      const hidden = attributes.style?.includes('display:none')
      places.push(tag === 'head' ? 'head' : hidden ? 'hidden' : place())
    },
    ontext: (text) => texts[place()].push(text),
    onclosetag(tag) {
      places.pop()
      if (!/^(span|a|em|strong|code)$/.test(tag)) texts[place()].push(' ')
    },
  })
  parser.end(html)
  const line = (parts: string[]) => parts.join('').replace(/\s+/g, ' ').trim()
  const addresses = elements.flatMap(({ attributes: { href, src } }) =>
    [href, src].filter((one) => one !== undefined),
  )
  return { elements, text: line(texts.seen), gist: line(texts.hidden), addresses }
}
