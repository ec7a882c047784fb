import type { ColorScheme } from '../../prisma/generated/client/enums.ts'

export type Theme = 'light' | 'dark' | 'auto'

/** The `theme` in the frame's address; null if it is unknown. */
export function themeOf(argument: string | null | undefined): Theme | null {
  return argument === 'light' || argument === 'dark' || argument === 'auto' ? argument : null
}

/** The value of `<meta name="color-scheme">`. */
export function schemeOf(theme: Theme | null, website: ColorScheme = 'AUTO'): string {
  const chosen = theme ?? website.toLowerCase()
  return chosen === 'auto' ? 'light dark' : chosen
}
