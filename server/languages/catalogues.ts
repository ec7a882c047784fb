import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue, ConsoleText } from '../../client/i18n/catalogue.ts'

const root = join(import.meta.dirname, '../../client/i18n')

/** A folder's files by language tag, which is the file's name. `npm run check` compares them with the English one. */
function read<Texts>(folder: string): Map<string, Texts> {
  const tags = readdirSync(join(root, folder)).map((file) => file.replace(/\.json$/, ''))
  const textsIn = (tag: string) => JSON.parse(readFileSync(join(root, folder, `${tag}.json`), 'utf8'))
  return new Map(tags.sort().map((tag) => [tag, textsIn(tag)]))
}

export const catalogues = read<Catalogue>('catalogues')
export const english = catalogues.get('en') as Catalogue

export const consoleTexts = read<Record<ConsoleText, string>>('console')
export const consoleEnglish = consoleTexts.get('en') as Record<ConsoleText, string>
