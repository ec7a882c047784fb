/**
 * The contents and media of the `<style>` elements in a head. Not parsed by DOMParser: even there, a `<style>` violates
 * the console's policy.
 */
function stylesIn(headHtml: string): { text: string; media: string }[] {
  const elements = headHtml.replace(/<!--.*?-->/gs, '').matchAll(/<style\b([^>]*)>(.*?)(?:<\/style|$)/gis)
  return [...elements].map(([, attributes = '', text = '']) => {
    const media = /\bmedia\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(attributes)
    return { text, media: media?.[1] ?? media?.[2] ?? media?.[3] ?? '' }
  })
}

/** Sets a document's stylesheets from script: the console's policy allows no inline styles. */
export function adoptStyles(target: Document, own: string, headHtml: string): void {
  const Sheet = (target.defaultView as typeof globalThis & Window).CSSStyleSheet
  const sheets = [{ text: own, media: '' }, ...stylesIn(headHtml)].map(({ text, media }) => {
    const sheet = new Sheet({ media })
    sheet.replaceSync(text)
    return sheet
  })
  target.adoptedStyleSheets = sheets
}
