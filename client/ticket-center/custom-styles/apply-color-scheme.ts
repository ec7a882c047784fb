import type { ColorScheme } from '../../graphql/operations.ts'

const values: Record<ColorScheme, string> = { AUTO: 'light dark', LIGHT: 'light', DARK: 'dark' }

/** Applies the website's color scheme, unless the frame's address fixes one. */
export function applyColorScheme(scheme: ColorScheme): void {
  const meta = document.head.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')
  if (meta && !meta.dataset.fixed) meta.content = values[scheme]
}
