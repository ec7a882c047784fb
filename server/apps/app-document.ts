import type { FirstScreenQuery } from '../../client/graphql/operations.ts'
import type { Direction } from '../../client/i18n/direction.ts'
import { type Html, html, raw } from '../html/html.ts'
import { type Markup, SharedMarkup } from '../http/compress-parts.ts'
import type { Session } from '../identity/session.ts'
import type { Draft } from './draft.ts'

/** What the client needs to start; `data` is the result of its first operation. */
export interface Boot {
  session: Session
  /** What the frame adds to its own address so that it can be reloaded. */
  seen?: string
  locale: string
  /** Address of the texts of what the frame loads when it is needed; the scripts are in the same folder. */
  late: string
  /** Ticket to open first: its number or global id, or `new`. */
  ticket?: string
  draft?: Draft
  data: FirstScreenQuery | null
}

interface Parts {
  title: string
  /** Styles, texts and script of the app: trusted markup. The script is a module, so it runs after parsing. */
  app: Markup
  /** Additional head content: trusted markup, with styles that come after the app's. */
  head?: string
  locale: string
  /** Name of the texts that the app loads itself; absent if they are in the document. */
  texts?: string
  /** Absent if the app fetches its data itself. */
  boot?: Boot
  dir?: Direction
  /** Value of `<meta name="color-scheme">`. */
  colorScheme?: string
  /** Whether the color scheme is fixed, whatever the website's becomes. */
  fixedScheme?: boolean
}

/**
 * The document of an app: its first data is inside, so the first screen needs no second request. Its compressed size
 * reveals no token, whatever arguments are next to it: tokens are new in every response.
 */
export function appDocument({
  title,
  app,
  head = '',
  locale,
  texts,
  boot,
  dir = 'ltr',
  colorScheme = 'light dark',
  fixedScheme,
}: Parts): Markup[] {
  const opening = html`<!doctype html>
<html lang="${locale}" dir="${dir}"${texts && html` data-texts="${texts}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${colorScheme}"${fixedScheme && raw(' data-fixed="true"')}>
<meta name="robots" content="noindex">
<title>${title}</title>
`
  const rest = html`
${raw(head)}
</head>
<body>
<div id="app"></div>
${boot && dataTemplate('boot', boot)}
</body>
</html>
`
  return [sharedOpening(opening.markup), app, rest.markup]
}

const openings = new Map<string, SharedMarkup>()

/** The same for all documents of a website in one language and theme. */
function sharedOpening(markup: string): SharedMarkup {
  const cached = openings.get(markup)
  if (cached) return cached
  if (openings.size > 500) openings.clear()
  const opening = new SharedMarkup(markup)
  openings.set(markup, opening)
  return opening
}

/** In a template, so that no style can reveal its contents. `<` or `&` in a text would be parsed as markup. */
export function dataTemplate(id: string, value: unknown): Html {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('&', '\\u0026')
  return html`<template id="${id}">${raw(json)}</template>`
}
