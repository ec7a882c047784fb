import { createHash } from 'node:crypto'
import type { Direction } from '../../client/i18n/direction.ts'
import { escapeHtml } from '../text/escape-html.ts'

export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
}

export type Fragment = string | number | Html | readonly Fragment[] | null | undefined | false

export type Page = { html: string; styleHash: string; scriptHash?: string }

export type PageParts = {
  lang: string
  dir?: Direction
  /** Value of `<meta name="color-scheme">`. */
  colorScheme?: string
  title: string
  styles: string
  body: Html
  script?: string
}

/** Markup that is trusted as it is. */
export function raw(markup: string): Html {
  return new Html(markup)
}

/** Escapes every interpolated value, except other `html` and `raw`. */
export function html(strings: TemplateStringsArray, ...fragments: Fragment[]): Html {
  return new Html(String.raw({ raw: strings }, ...fragments.map(render)))
}

export function page({
  lang,
  dir = 'ltr',
  colorScheme = 'light dark',
  title,
  styles,
  body,
  script,
}: PageParts): Page {
  const scriptTag = script === undefined ? null : raw(`<script>${inline(script, 'script')}</script>`)
  const document = html`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${colorScheme}">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(inline(styles, 'style'))}</style>
</head>
<body>
${body}
${scriptTag}
</body>
</html>
`
  return {
    html: document.markup,
    styleHash: sourceHash(styles),
    ...(script !== undefined && { scriptHash: sourceHash(script) }),
  }
}

function render(fragment: Fragment): string {
  if (fragment === null || fragment === undefined || fragment === false) return ''
  if (fragment instanceof Html) return fragment.markup
  if (typeof fragment === 'object') return fragment.map(render).join('')
  return escapeHtml(String(fragment))
}

function inline(text: string, tag: 'script' | 'style'): string {
  if (text.toLowerCase().includes(`</${tag}`))
    throw new Error(`An inline ${tag} cannot contain its own end tag`)
  return text
}

/** A CSP source expression for an inline style or script. */
export function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
