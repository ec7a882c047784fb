/** Adds the styles of a late script. They are in the layer of all our styles, so a company's own rules win. */
export function addStyles(css: string): void {
  document.adoptedStyleSheets.push(createSheet(css))
}

export function createSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}
