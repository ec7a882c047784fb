import sanitize from 'sanitize-html'
import { expect } from 'vitest'

const tags = ['p', 'br', 'a', 'em', 'strong', 's', 'code', 'pre', 'ul', 'ol', 'li', 'blockquote']
const attributes: Record<string, string[]> = { a: ['href', 'rel', 'target'], ol: ['start'] }

/** Every element of the HTML with its attributes, as a parser sees them, independent of the code under test. */
export function elements(html: string) {
  const found: { tag: string; attributes: Record<string, string> }[] = []
  const note = (tag: string, attributes: Record<string, string>) => {
    found.push({ tag, attributes })
    return { tagName: tag, attribs: attributes }
  }
  sanitize(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    transformTags: { '*': note },
  })
  return found
}

/** Fails if the HTML contains anything but the allowed elements, attributes and addresses. */
export function expectHarmless(html: string) {
  for (const { tag, attributes: given } of elements(html)) {
    expect(tags, html).toContain(tag)
    for (const name of Object.keys(given)) expect(attributes[tag] ?? [], html).toContain(name)
    if (tag !== 'a') continue
    expect(given.rel, html).toBe('noopener noreferrer nofollow')
    expect(given.target, html).toBe('_blank')
    if (given.href !== undefined) expect(given.href, html).toMatch(/^(https?:\/\/|mailto:)/i)
  }
}
