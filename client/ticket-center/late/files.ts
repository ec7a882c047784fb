import type { Client } from '@urql/core'
import { createFiles, type Files } from '../../attachments/create-files.tsx'
import { addStyles } from './styles.ts'
import { loadLateTexts } from './texts.ts'

export async function startFiles(client: Client, language: string): Promise<Files> {
  addStyles()
  return createFiles(client, await loadLateTexts(language))
}
