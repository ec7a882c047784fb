import { expect } from 'vitest'

export interface Focus {
  /** As `textarea Message`. */
  name: string
  /** Whether a reader can see that it has the focus. */
  isSeen: boolean
}

/** Somebody without a mouse, in any browser. */
export interface Typist {
  /** A key, as `Shift+Tab`. */
  press(key: string): Promise<void>
  type(text: string): Promise<void>
  focus(): Promise<Focus>
  see(selector: string, text?: string): Promise<void>
  miss(selector: string, text?: string): Promise<void>
  /** Chooses a.png and b.png where the focus is. */
  choose(): Promise<void>
}

/** Runs in the frame. */
export function focusHere(): Focus {
  const element = document.activeElement as HTMLInputElement
  const label = element.labels?.[0]
  const words = element.ariaLabel ?? label?.textContent ?? element.textContent
  // The input for files is inside what looks like a button.
  const shown = element.type === 'file' && label ? label : element
  const { outlineStyle, outlineWidth } = getComputedStyle(shown)
  const { top, bottom, left, right } = shown.getBoundingClientRect()
  const isInView = top < innerHeight && bottom > 0 && left < innerWidth && right > 0
  return {
    name: `${element.localName} ${words.trim()}`,
    isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && isInView,
  }
}

export function steps({ press, focus }: Typist) {
  /** What has the focus, once it is seen: the page may still be scrolling there. */
  async function seen(): Promise<string> {
    let now = await focus()
    const look = async () => {
      now = await focus()
      return now
    }
    await expect.poll(look).toMatchObject({ isSeen: true })
    return now.name
  }

  /** Goes there key by key; at each, the focus is seen. */
  async function go(name: string, key = 'Tab'): Promise<void> {
    const passed: string[] = []
    while (passed.length < 40) {
      await press(key)
      const now = await seen()
      if (now.startsWith(name)) return
      passed.push(now)
    }
    throw new Error(`Not on the way: ${name}, but ${passed.join(', ')}`)
  }

  return {
    go,
    back: (name: string) => go(name, 'Shift+Tab'),
    /** The focus is there on its own. */
    at: (name: string) =>
      expect
        .poll(focus)
        .toEqual({ name: expect.stringMatching(new RegExp(`^${name}`)) as string, isSeen: true }),
  }
}
