import MarkdownIt from 'markdown-it'
import sanitize from 'sanitize-html'
import { type Link, withoutFences, writtenToHtml } from './written-text.ts'

/** Who wrote a text: customers and participants write plain text, the team writes Markdown. */
export type AuthorKind = 'customer' | 'team'

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable([
  'image',
  'heading',
  'lheading',
  'table',
  'hr',
])

// A relative address would point to pages of this server; an invalid link stays text.
markdown.validateLink = (address) => /^(https?:\/\/|mailto:)/i.test(address)

/** Maximum addresses in one text that become links automatically; the rest stays text. Sanitizing links is slow. */
const automaticLinks = 500

markdown.core.ruler.after('linkify', 'automatic_links', ({ tokens }) => {
  // Each has an opening and a closing token.
  let left = 2 * automaticLinks
  for (const token of tokens) {
    token.children = token.children?.filter(({ info }) => info !== 'auto' || left-- > 0) ?? null
  }
})

const allowed: sanitize.IOptions = {
  allowedTags: ['p', 'br', 'a', 'em', 'strong', 's', 'code', 'pre', 'ul', 'ol', 'li', 'blockquote'],
  allowedAttributes: { a: ['href', 'rel', 'target'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    a: (tagName, attribs) => ({
      tagName,
      attribs: { ...attribs, rel: 'noopener noreferrer nofollow', target: '_blank' },
    }),
  },
}

export function toHtml(text: string, author: AuthorKind): string {
  const html = author === 'customer' ? writtenToHtml(text, firstLinks()) : markdown.render(text)
  return sanitize(html, allowed).trim()
}

/** Finds the links in one line after another. */
function firstLinks(): (line: string) => Link[] {
  let left = automaticLinks
  return (line) => {
    if (left === 0) return []
    const all = markdown.linkify.match(line)?.filter(({ url }) => markdown.validateLink(url)) ?? []
    const links = all.slice(0, left)
    left -= links.length
    return links
  }
}

export function toPreview(text: string, author: AuthorKind, length: number): string {
  const start = text.slice(0, 10 * length)
  const line = (author === 'customer' ? withoutFences(start) : withoutMarkdown(start))
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= length) return line
  // Not between the two halves of a character.
  const cut = line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')
  return `${cut.trimEnd()}…`
}

function withoutMarkdown(text: string): string {
  return decodeEntities(sanitize(markdown.render(text), { allowedTags: [], allowedAttributes: {} }))
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

function decodeEntities(html: string): string {
  return html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
}
