import css from './late.css?inline'

let added = false

/** Adds the styles of what is late, below those of a company: they are in the layer of all our styles. */
export function addStyles(): void {
  if (added) return
  added = true
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
