import type { WebsiteAppearanceFragment } from '../../graphql/operations.ts'
import { applyColorScheme } from './apply-color-scheme.ts'
import { applyCustomStyles } from './apply-custom-styles.ts'

export function applyAppearance({ customStyles, colorScheme }: WebsiteAppearanceFragment): void {
  applyCustomStyles(customStyles)
  applyColorScheme(colorScheme)
}
