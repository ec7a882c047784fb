import type { WebsiteAppearanceFragment } from '../../graphql/operations.ts'

/** Changes the open frame. The document already has the right appearance, so this is in a late script. */
export function changeAppearance(appearance: WebsiteAppearanceFragment): void {
  import('./apply-appearance.ts').then(
    ({ applyAppearance }) => applyAppearance(appearance),
    () => {},
  )
}
