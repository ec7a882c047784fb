import type { LateText } from '../i18n/catalogue.ts'
import type { Text } from '../i18n/text.ts'

/** This folder's texts, which are loaded with it. */
export type FileText = Text<LateText>
