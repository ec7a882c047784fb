import type { LateText } from '../../i18n/catalogue.ts'
import type { Text } from '../../i18n/text.ts'
import { addCopyButtons } from '../../shell/messages/add-copy-buttons.tsx'
import { addStyles } from './add-styles.ts'
import css from './copy-code.css?inline'

addStyles(css)

export const copyCode = (place: Element, text: Text<LateText>) => addCopyButtons(place, text)
