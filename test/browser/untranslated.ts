import type { Frame } from 'playwright-core'

/** Our texts that are in plain letters although the language of the frame or console is the pseudo-locale `en-XA`. */
export function untranslated(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    /** What people wrote, addresses, dates, code and keys, and what is not shown. */
    const foreign = [
      '[dir=auto], .tc-participants, .tc-avatar, option[value]:not([value=""]), time, .tc-day, code, script, style, template',
      '.tc-email, .tc-ticket__email, .tc-faq-answer, .tc-facts dd, .tc-keys__keys, .tc-separator, .tc-properties-table td',
    ].join()
    /** Examples in fields: code, or one word, such as an address. */
    const example = /^(?:<|\S+$)/
    /** Names of programming languages, hosts, time zones and days, which `Intl` has in no pseudo-locale. */
    const names = /^(?:\w+day|Node\.js|PHP|Go|Python|Ruby|UTC|[\w.]+\.com|[A-Z]\w+(?:\/[\w+-]+)+)$/
    const texts: string[] = []
    for (const element of document.querySelectorAll('body, body *')) {
      if (element.closest(foreign)) continue
      for (const node of element.childNodes) if (node instanceof Text) texts.push(node.data)
      for (const name of ['aria-label', 'title', 'alt']) texts.push(element.getAttribute(name) ?? '')
      const placeholder = element.getAttribute('placeholder') ?? ''
      if (!example.test(placeholder)) texts.push(placeholder)
    }
    // A text in brackets may contain values; code may divide it into several nodes.
    const outside = (text: string) => text.replace(/\[[^\]]*(?:\]|$)/g, '').replace(/^[^[]*\]/, '')
    return texts
      .filter((text) => !names.test(text) && /[a-z]/i.test(outside(text)))
      .map((text) => `untranslated: ${text}`)
  })
}
