import type { Client } from '@urql/core'
import { createText } from '../i18n/text.ts'

/** Loads the code that uploads and shows files, with its texts. */
export async function loadFiles() {
  const [{ createFiles }, english] = await Promise.all([
    import('../attachments/create-files.tsx'),
    import('../i18n/catalogues/en.json'),
    import('../attachments/attachments.css'),
  ])
  return { startFiles: async (client: Client) => createFiles(client, createText(english.default.late, 'en')) }
}
