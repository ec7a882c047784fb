import type { Frame } from 'playwright-core'

/**
 * What does not fit: a page or element that scrolls sideways, things beyond the edge, and buttons and search fields
 * with cut text. Code and fields may scroll; text that ends in an ellipsis is cut on purpose, but only there.
 */
export function layoutFaults(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const faults: string[] = []
    const fault = (element: Element, what: string) =>
      faults.push(`${element.localName}.${[...element.classList].join('.')} ${what}`)

    /** Whether the visible characters are not the first ones, as where a word runs the other way. */
    const isCutInside = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      let hidden = false
      while (texts.nextNode()) {
        const text = texts.currentNode as Text
        for (let at = 0; at < Math.min(text.length, 200); at++) {
          range.setStart(text, at)
          range.setEnd(text, at + 1)
          const { width, x, y, height } = range.getBoundingClientRect()
          if (width === 0) continue
          const [center, middle] = [x + width / 2, y + height / 2]
          const visible = center > left && center < right && middle > top && middle < bottom
          if (hidden && visible) return true
          hidden ||= !visible
        }
      }
      return false
    }

    const canvas = document.createElement('canvas').getContext('2d')
    for (const field of document.querySelectorAll<HTMLInputElement>('.tc-search__input:placeholder-shown')) {
      if (!canvas || !field.checkVisibility({ visibilityProperty: true })) continue
      const { font, paddingLeft, paddingRight } = getComputedStyle(field)
      canvas.font = font
      const needed = Math.floor(canvas.measureText(field.placeholder).width)
      const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      if (needed > room) fault(field, `needs ${needed} px for its placeholder, has ${room}`)
    }

    if (document.documentElement.scrollWidth > innerWidth) fault(document.documentElement, 'is too wide')
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      if (element.closest('.tc-hidden, .tc-code__scroll, pre, select, input, textarea, svg')) continue
      if (
        element.matches('.tc-status') &&
        element.clientHeight > 2 * Number.parseFloat(getComputedStyle(element).fontSize)
      )
        fault(element, 'is on two lines')
      const { left, right } = element.getBoundingClientRect()
      if (left < -1 || right > innerWidth + 1) fault(element, 'is beyond the edge')
      const { display, overflowX, textOverflow, webkitLineClamp, clipPath } = getComputedStyle(element)
      if (clipPath === 'inset(50%)') continue
      if (textOverflow === 'ellipsis' || webkitLineClamp !== 'none') {
        if (isCutInside(element)) fault(element, 'is cut inside')
        continue
      }
      if (display === 'inline') continue
      const button = element.closest('button, summary, .tc-button')
      if (element.scrollWidth > element.clientWidth + 1 && (button || overflowX !== 'visible'))
        fault(element, `needs ${element.scrollWidth} px, has ${element.clientWidth}`)
      if (button && element.scrollHeight > element.clientHeight + 1)
        fault(element, `is ${element.scrollHeight} px high, has ${element.clientHeight}`)
    }
    return faults
  })
}
