import { Parser } from 'htmlparser2'

/** A company's head HTML, reduced to harmless content. */
export interface CustomHead {
  /** Markup to serve. */
  html: string
  /** Texts of its `<style>` elements, whose hashes the Content-Security-Policy needs. */
  styleTexts: string[]
  /** The same as stylesheets of their own, without a `media` attribute. */
  inlineSheets: string[]
  /** Addresses of its stylesheets. */
  linkedSheets: string[]
  /** Origins that the Content-Security-Policy must allow for styles, images and fonts. */
  origins: string[]
  /** What was removed and why, one line each. */
  dropped: string[]
  /** Origins and style elements beyond the limits; they are not served. */
  excess: string[]
}

/** Each origin and `<style>` lengthens the Content-Security-Policy, and proxies refuse long headers. */
export const maxOrigins = 20
export const maxStyles = 20
/** Of what is not served: enough to find the mistake. */
const maxDropped = 50
const maxOriginLength = 100

const relations = new Set([
  'stylesheet',
  'preconnect',
  'dns-prefetch',
  'icon',
  'shortcut',
  'apple-touch-icon',
  'mask-icon',
])
const linkAttributes = ['rel', 'href', 'type', 'media', 'sizes', 'crossorigin', 'integrity', 'title', 'color']

/** Elements that pages put around a head's contents: they are removed, but their contents are kept. */
const wrappers = new Set(['html', 'head', 'body'])

/**
 * Keeps stylesheets, preconnects and icons over https, `<style>` and `<meta name="theme-color">`. Removes and reports
 * everything else with its contents: scripts, base, refresh, forms, and anything unknown. What is kept is written
 * again, so that no browser can parse it differently.
 */
export function sanitizeHead(source: string): CustomHead {
  const kept = new KeptHead()
  let style: { text: string; media?: string } | undefined
  /** Number of open elements that are removed with their contents. */
  let skipping = 0

  const parser = new Parser({
    onopentag(name, attributes) {
      if (skipping > 0) skipping++
      else if (name === 'link') kept.addLink(attributes)
      else if (name === 'style') style = { text: '', media: attributes.media }
      else if (name === 'meta' && attributes.name?.toLowerCase() === 'theme-color') kept.addColor(attributes)
      else {
        kept.drop(`<${name.slice(0, 40)}>: only <link>, <style> and <meta name="theme-color"> are served`)
        if (!wrappers.has(name)) skipping = 1
      }
    },
    ontext(text) {
      if (skipping > 0) return
      if (style) style.text += text
      else if (text.trim()) kept.drop(`Text outside any element: “${text.trim().slice(0, 40)}”`)
    },
    onclosetag(name) {
      if (skipping > 0) skipping--
      else if (name === 'style' && style) {
        kept.addStyle(style.text, style.media)
        style = undefined
      }
    },
  })

  parser.end(source)
  return kept.head()
}

/** The parts of a head that are kept so far. */
class KeptHead {
  readonly #dropped = new Set<string>()
  #html = ''
  #styleTexts: string[] = []
  #inlineSheets: string[] = []
  #linkedSheets: string[] = []
  #origins = new Set<string>()
  #excess = new Set<string>()

  drop(what: string): void {
    this.#dropped.add(this.#dropped.size < maxDropped ? what : '…')
  }

  addColor(attributes: Record<string, string>): void {
    this.#html += element('meta', attributes, ['name', 'content', 'media'])
  }

  addStyle(source: string, media: string | undefined): void {
    // Browsers read every line break as one line feed, and hash the result.
    const text = source.replace(/\r\n?/g, '\n')
    if (/<\/style/i.test(text)) {
      this.drop('A <style> with “</style” in its text: it would end there')
    } else if (this.#styleTexts.length === maxStyles) this.#excess.add('<style>')
    else {
      this.#styleTexts.push(text)
      this.#inlineSheets.push(media ? `@media ${media} {${text}}` : text)
      this.#html += `<style${media ? ` media="${escapeAttribute(media)}"` : ''}>${text}</style>`
      for (const [address] of text.matchAll(/https:\/\/[^\s"'()\\;,]+/g)) this.#addOrigin(address)
    }
  }

  addLink(attributes: Record<string, string>): void {
    const rel = (attributes.rel ?? '').toLowerCase().split(/\s+/)
    const href = attributes.href?.trim() ?? ''
    if (!rel.every((relation) => relations.has(relation))) {
      this.drop(
        `<link rel="${(attributes.rel ?? '').slice(0, 100)}">: only stylesheet, preconnect and icons are served`,
      )
    } else if (!URL.canParse(href) || new URL(href).protocol !== 'https:') {
      this.drop(`<link href="${href.slice(0, 200)}">: only complete https addresses are served`)
    } else if (!isHostName(href)) {
      this.drop(
        `<link href="${href.slice(0, 200)}">: “${new URL(href).hostname.slice(0, 100)}” is not a host name`,
      )
    } else {
      this.#html += element('link', { ...attributes, href }, linkAttributes)
      if (rel.includes('stylesheet')) this.#linkedSheets.push(href)
      this.#addOrigin(href)
    }
  }

  #addOrigin(address: string): void {
    if (!URL.canParse(address)) return
    const { origin, hostname } = new URL(address)
    if (!isHostName(address)) {
      this.drop(`${origin.slice(0, 200)}: “${hostname.slice(0, 100)}” is not a host name`)
      return
    }
    const isFull = this.#origins.size === maxOrigins && !this.#origins.has(origin)
    const target = isFull || origin.length > maxOriginLength ? this.#excess : this.#origins
    target.add(origin)
  }

  head(): CustomHead {
    return {
      html: this.#html,
      styleTexts: this.#styleTexts,
      inlineSheets: this.#inlineSheets,
      linkedSheets: this.#linkedSheets,
      origins: [...this.#origins],
      dropped: [...this.#dropped],
      excess: [...this.#excess],
    }
  }
}

/** URLs allow more characters, which would end a source of the Content-Security-Policy or mean any host. */
const isHostName = (address: string) => /^(?:[a-z\d_.-]+|\[[\da-f:.]+\])$/.test(new URL(address).hostname)

function element(name: string, attributes: Record<string, string>, names: string[]): string {
  const pairs = names.filter((key) => attributes[key] !== undefined)
  return `<${name}${pairs.map((key) => ` ${key}="${escapeAttribute(attributes[key] ?? '')}"`).join('')}>`
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
