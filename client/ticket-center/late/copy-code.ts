import { addCopyButtons, type CodeText } from '../../shell/messages/add-copy-buttons.tsx'
import { addStyles } from '../../ui/add-styles.ts'
import css from './copy-code.css?inline'

addStyles(css)

export const copyCode = (place: Element, text: CodeText) => addCopyButtons(place, text)
