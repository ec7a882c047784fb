import type { Client } from '@urql/core'
import type { Files } from '../attachments/create-files.tsx'
import { createText } from '../i18n/text.ts'

/** Loads the code that uploads and shows files, with its texts. */
export async function loadFiles(client: Client): Promise<Files> {
  const [{ createFiles }, english] = await Promise.all([
    import('../attachments/create-files.tsx'),
    import('../i18n/catalogues/en.json'),
    import('../attachments/attachments.css'),
  ])
  return createFiles(client, createText(english.default.late, 'en'))
}
