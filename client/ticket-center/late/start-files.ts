import type { Client } from '@urql/core'
import css from '../../attachments/attachments.css?inline'
import { createFiles, type Files } from '../../attachments/create-files.tsx'
import type { FileText } from '../../attachments/text.ts'
import { addStyles } from '../../ui/add-styles.ts'

addStyles(css)

export const startFiles = (client: Client, text: FileText): Files => createFiles(client, text)
