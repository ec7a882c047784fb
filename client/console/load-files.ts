import type { Client } from '@urql/core'
import type { Files } from '../attachments/create-files.tsx'
import { createText } from '../i18n/text.ts'
import { addStyles } from '../ui/add-styles.ts'
import { shownLanguage } from './texts/language.ts'
import { loadTexts } from './texts/load-texts.ts'

/** Loads the code that uploads and shows files, with its texts. */
export async function loadFiles(client: Client): Promise<Files> {
  const [{ createFiles, styles }, texts] = await Promise.all([
    import('../attachments/create-files.tsx'),
    loadTexts('late'),
  ])
  addStyles(styles)
  return createFiles(client, createText(texts, shownLanguage().locale))
}
