import { Parser } from 'htmlparser2'

/** A company's head HTML, reduced to harmless content. */
export interface CustomHead {
  /** Markup to serve. */
  html: string
  /** Texts of its `<style>` elements, as they are hashed. */
  styles: string[]
  /** The same as separate style sheets, without a `media` attribute. */
  sheets: string[]
  /** Addresses of its stylesheets. */
  stylesheets: string[]
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
 * everything else with its contents: scripts, base, refresh, forms, and anything unknown. What is kept is serialised
 * anew, so that no browser can parse it differently.
 */
export function sanitiseHead(source: string): CustomHead {
  const head: Omit<CustomHead, 'origins' | 'excess'> = {
    html: '',
    styles: [],
    sheets: [],
    stylesheets: [],
    dropped: [],
  }
  const origins = new Set<string>()
  const excess = new Set<string>()
  let style: { text: string; media?: string } | undefined
  /** Number of open elements that are removed with their contents. */
  let skipping = 0

  const parser = new Parser({
    onopentag(name, attributes) {
      if (skipping > 0) skipping++
      else if (name === 'link') keepLink(attributes)
      else if (name === 'style') style = { text: '', media: attributes.media }
      else if (name === 'meta' && attributes.name?.toLowerCase() === 'theme-color') {
        head.html += element('meta', attributes, ['name', 'content', 'media'])
      } else {
        head.dropped.push(`<${name}>: only <link>, <style> and <meta name="theme-color"> are served`)
        if (!wrappers.has(name)) skipping = 1
      }
    },
    ontext(text) {
      if (skipping > 0) return
      if (style) style.text += text
      else if (text.trim()) head.dropped.push(`Text outside any element: “${text.trim().slice(0, 40)}”`)
    },
    onclosetag(name) {
      if (skipping > 0) skipping--
      else if (name === 'style' && style) {
        keepStyle(style)
        style = undefined
      }
    },
  })

  function keepStyle({ text: source, media }: { text: string; media?: string }) {
    // Browsers read every line break as one line feed, and hash the result.
    const text = source.replace(/\r\n?/g, '\n')
    if (/<\/style/i.test(text)) head.dropped.push('A <style> with “</style” in its text: it would end there')
    else if (head.styles.length === maxStyles) excess.add('<style>')
    else {
      head.styles.push(text)
      head.sheets.push(media ? `@media ${media} {${text}}` : text)
      head.html += `<style${media ? ` media="${escapeAttribute(media)}"` : ''}>${text}</style>`
      for (const [address] of text.matchAll(/https:\/\/[^\s"'()\\;,]+/g)) addOrigin(address)
    }
  }

  function keepLink(attributes: Record<string, string>) {
    const rel = (attributes.rel ?? '').toLowerCase().split(/\s+/)
    const href = attributes.href?.trim() ?? ''
    if (!rel.every((relation) => relations.has(relation))) {
      head.dropped.push(
        `<link rel="${attributes.rel ?? ''}">: only stylesheet, preconnect and icons are served`,
      )
    } else if (!URL.canParse(href) || new URL(href).protocol !== 'https:') {
      head.dropped.push(`<link href="${href.slice(0, 200)}">: only complete https addresses are served`)
    } else {
      head.html += element('link', { ...attributes, href }, linkAttributes)
      if (rel.includes('stylesheet')) head.stylesheets.push(href)
      addOrigin(href)
    }
  }

  function addOrigin(address: string) {
    if (!URL.canParse(address)) return
    const { origin } = new URL(address)
    const full = origins.size === maxOrigins && !origins.has(origin)
    ;(full || origin.length > maxOriginLength ? excess : origins).add(origin)
  }

  parser.end(source)
  return { ...head, origins: [...origins], excess: [...excess] }
}

function element(name: string, attributes: Record<string, string>, names: string[]): string {
  const pairs = names.filter((key) => attributes[key] !== undefined)
  return `<${name}${pairs.map((key) => ` ${key}="${escapeAttribute(attributes[key] ?? '')}"`).join('')}>`
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

const cache = new Map<string, CustomHead>()

/** The same, cached: a head is rarely saved and often served. */
export function customHead(source: string): CustomHead {
  const cached = cache.get(source)
  if (cached) return cached
  if (cache.size > 500) cache.clear()
  const head = sanitiseHead(source)
  cache.set(source, head)
  return head
}
