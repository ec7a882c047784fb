import type { WebsiteAppearanceFragment } from '../../graphql/operations.ts'

type CustomStyles = WebsiteAppearanceFragment['customStyles']

/** What the document brought of the company's: everything after our own style sheet. Vite's are ours too. */
const styles = () => [...document.head.querySelectorAll('style ~ style:not([data-vite-dev-id])')]
const links = () => [
  ...document.head.querySelectorAll<HTMLLinkElement>('style ~ link[rel~="stylesheet" i][href]'),
]

const originOf = (href: string) => new URL(href).origin

/** Origins that the document's policy admits: it was fixed at load, from these links among others. */
const admitted = new Set(
  [...document.head.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => originOf(href)),
)

let shown: CustomStyles = {
  styles: styles().map(({ textContent }) => textContent ?? ''),
  stylesheets: links().map(({ href }) => href),
}

/**
 * Puts the company's present styles in place of those that were there. The policy admits no new `<style>`, but
 * sheets made by script; a stylesheet from a host that the document did not name waits for the next visit.
 */
export function applyCustomStyles({ styles: texts, stylesheets }: CustomStyles): void {
  const customStyles = { styles: texts, stylesheets: stylesheets.map((href) => new URL(href).href) }
  if (JSON.stringify(customStyles) === JSON.stringify(shown)) return
  shown = customStyles
  for (const element of styles()) element.remove()
  document.adoptedStyleSheets = customStyles.styles.map(constructed)

  const held = new Set(links().map(({ href }) => href))
  for (const link of links()) if (!customStyles.stylesheets.includes(link.href)) link.remove()
  for (const href of customStyles.stylesheets) {
    if (held.has(href) || !admitted.has(originOf(href))) continue
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }))
  }
}

function constructed(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}
