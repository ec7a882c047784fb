import type { WebsiteAppearanceFragment } from '../../graphql/operations.ts'
import { createSheet } from '../../ui/add-styles.ts'

type CustomStyles = WebsiteAppearanceFragment['customStyles']

/** The company's styles in the document: everything after our own stylesheet, except Vite's. */
const styles = () => [...document.head.querySelectorAll('style ~ style:not([data-vite-dev-id])')]
const links = () => [
  ...document.head.querySelectorAll<HTMLLinkElement>('style ~ link[rel~="stylesheet" i][href]'),
]

const originOf = (href: string) => new URL(href).origin

/** Origins that the document's policy allows: it was fixed at load, from these links among others. */
const admitted = new Set(
  [...document.head.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => originOf(href)),
)

let shown: CustomStyles = {
  styles: styles().map(({ textContent }) => textContent ?? ''),
  stylesheets: links().map(({ href }) => href),
}

let adopted: CSSStyleSheet[] = []

/**
 * Replaces the company's styles with the current ones. The policy allows no new `<style>`, but it allows sheets made by
 * script. A stylesheet from a new host has to wait for the next visit.
 */
export function applyCustomStyles({ styles: texts, stylesheets }: CustomStyles): void {
  const customStyles = { styles: texts, stylesheets: stylesheets.map((href) => new URL(href).href) }
  if (JSON.stringify(customStyles) === JSON.stringify(shown)) return
  shown = customStyles
  for (const element of styles()) element.remove()
  // Others are those of late scripts.
  const others = document.adoptedStyleSheets.filter((sheet) => !adopted.includes(sheet))
  adopted = customStyles.styles.map(createSheet)
  document.adoptedStyleSheets = [...others, ...adopted]

  const present = new Set(links().map(({ href }) => href))
  for (const link of links()) if (!customStyles.stylesheets.includes(link.href)) link.remove()
  for (const href of customStyles.stylesheets) {
    if (present.has(href) || !admitted.has(originOf(href))) continue
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }))
  }
}
