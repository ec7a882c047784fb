import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue } from '../../client/i18n/catalogue.ts'

const folder = join(import.meta.dirname, '../../client/i18n/catalogues')

function read(tag: string): Catalogue {
  return JSON.parse(readFileSync(join(folder, `${tag}.json`), 'utf8'))
}

export const english = read('en')

/** The catalogues by language tag, which is the file's name. `npm run check` compares them with the English one. */
export const catalogues: Map<string, Catalogue> = new Map(
  readdirSync(folder)
    .map((file) => file.replace(/\.json$/, ''))
    .sort()
    .map((tag) => [tag, read(tag)]),
)
