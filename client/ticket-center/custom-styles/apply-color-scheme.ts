import type { ColorScheme } from '../../graphql/operations.ts'

const values: Record<ColorScheme, string> = { AUTO: 'light dark', LIGHT: 'light', DARK: 'dark' }

/** Shows the website's color scheme, which the document had when it came; its address may fix another. */
export function applyColorScheme(scheme: ColorScheme): void {
  const meta = document.head.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')
  if (meta && !meta.dataset.fixed) meta.content = values[scheme]
}
