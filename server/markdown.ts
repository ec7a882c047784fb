import MarkdownIt from 'markdown-it'
import sanitize from 'sanitize-html'

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable([
  'image',
  'heading',
  'lheading',
  'table',
  'hr',
])

// A relative address would lead to pages of this server; what is no link stays as it was written.
markdown.validateLink = (address) => /^(https?:\/\/|mailto:)/i.test(address)

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

/** Raise it with every change to what `toHtml` gives: texts are kept rendered, and are rendered anew in the background. */
export const rendererVersion = 1

/** Markdown as safe HTML: paragraphs, links, emphasis, code, lists, quotations. Nothing else gets through, pictures included. */
export function toHtml(text: string): string {
  return sanitize(markdown.render(text), allowed).trim()
}

/** The first `length` characters of Markdown as one line of plain text. */
export function toPreview(text: string, length = 140): string {
  const plain = sanitize(markdown.render(text.slice(0, 10 * length)), {
    allowedTags: [],
    allowedAttributes: {},
  })
  const line = decodeEntities(plain).replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  // Not between the two halves of a character.
  const start = line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')
  return `${start.trimEnd()}…`
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
