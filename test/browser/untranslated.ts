import type { Frame } from 'playwright-core'

/** Our texts that are in plain letters although the frame's language is the pseudo-locale `en-XA`. */
export function untranslated(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    /** What people wrote, dates, and what is not shown. */
    const foreign =
      '[dir=auto], .tc-participants, .tc-avatar, option[value]:not([value=""]), time, .tc-day, code, script, style, template'
    const texts: string[] = []
    for (const element of document.querySelectorAll('body, body *')) {
      if (element.closest(foreign)) continue
      for (const node of element.childNodes) if (node instanceof Text) texts.push(node.data)
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        texts.push(element.getAttribute(name) ?? '')
    }
    // A text in brackets may contain values; code may divide it into several nodes.
    const outside = (text: string) => text.replace(/\[[^\]]*(?:\]|$)/g, '').replace(/^[^[]*\]/, '')
    return texts.filter((text) => /[a-z]/i.test(outside(text))).map((text) => `untranslated: ${text}`)
  })
}
