import type { Client } from '@urql/core'
import { createText } from '../i18n/text.ts'

/** Loads what composes and shows files, with its texts. */
export async function loadFiles() {
  const [{ createFiles }, english] = await Promise.all([
    import('../attachments/create-files.tsx'),
    // The build keeps only the texts of files.
    import('../i18n/catalogues/en.json'),
    import('../attachments/attachments.css'),
  ])
  const texts = english.default as unknown as typeof english.default.late
  return { startFiles: async (client: Client) => createFiles(client, createText(texts, 'en')) }
}
