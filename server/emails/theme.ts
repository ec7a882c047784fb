import { contrast, readable, textOn } from './colors.ts'
import type { Brand } from './data.ts'

export interface Palette {
  background: string
  surface: string
  text: string
  quiet: string
  hairline: string
  link: string
  /** The button's border: visible only if its color is close to the page's. */
  rim: string
}

export interface Theme {
  accent: string
  onAccent: string
  light: Palette
  dark: Palette
}

const light = {
  background: '#ffffff',
  surface: '#f4f5f7',
  text: '#16181d',
  quiet: '#5c616b',
  hairline: '#e5e7eb',
}
const dark = {
  background: '#131417',
  surface: '#202226',
  text: '#ebecef',
  quiet: '#a1a5ae',
  hairline: '#2a2d33',
}

/** The colors of a company’s emails, light and dark: its own if readable, otherwise close to it. */
export function themeOf({ accentColor }: Brand): Theme {
  const accent = /^#[0-9a-f]{6}$/i.test(accentColor ?? '') ? String(accentColor) : '#1d5bd6'
  const rim = (page: string, line: string) => (contrast(accent, page) < 1.25 ? line : accent)
  return {
    accent,
    onAccent: textOn(accent),
    light: {
      ...light,
      link: readable(accent, light.surface, '#000000'),
      rim: rim(light.background, '#8c919b'),
    },
    dark: {
      ...dark,
      link: readable(accent, dark.surface, '#ffffff'),
      rim: rim(dark.background, '#6f747f'),
    },
  }
}
