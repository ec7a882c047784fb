import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { faultsOf, faultsOfSection } from './catalogue-faults.ts'
import { unusedTexts } from './unused-texts.ts'

// Part of `npm run check`: fails when a language lacks a text or has an extra one, or when a text is unused.
const root = join(import.meta.dirname, '../..')
const read = (folder: string, language: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, folder, `${language}.json`), 'utf8'))
const languagesIn = (folder: string) =>
  readdirSync(join(import.meta.dirname, folder)).map((file) => file.replace('.json', ''))
const sources = (...patterns: string[]) =>
  globSync(patterns, { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'))

const english = read('catalogues', 'en')
const consoleEnglish = {
  console: read('console', 'en'),
  settings: read('settings', 'en'),
  data: read('data', 'en'),
  issues: read('issues', 'en'),
}
const spoken = languagesIn('console')

const faults = [
  ...languagesIn('catalogues').flatMap((language) =>
    faultsOf(english, read('catalogues', language), language).map((fault) => `${language}: ${fault}`),
  ),
  ...Object.entries(consoleEnglish).flatMap(([folder, texts]) =>
    spoken.flatMap((language) =>
      faultsOfSection(texts, read(folder, language), language).map(
        (fault) => `${folder}/${language}: ${fault}`,
      ),
    ),
  ),
  ...['settings', 'data', 'issues'].flatMap((folder) =>
    languagesIn(folder)
      .filter((language) => !spoken.includes(language))
      .map((language) => `${folder}/${language}: the console does not speak it`),
  ),
  ...[
    ...unusedTexts(english.frame, sources('client/{ticket-center,shell,ui}/**/*.{ts,tsx}')),
    ...unusedTexts(english.late, sources('client/{attachments,shell,ticket-center}/**/*.{ts,tsx}')),
    ...unusedTexts(english.pages, sources('server/{html,email-pages}/**/*.ts')),
    ...unusedTexts(english.emails, sources('server/{emails,email-pages}/**/*.ts')),
    ...unusedTexts(
      consoleEnglish.console,
      sources('{client/{console,shell,ui}/**/*.{ts,tsx},server/apps/*.ts}'),
    ),
    ...unusedTexts(consoleEnglish.settings, sources('client/console/**/*.{ts,tsx}')),
    ...unusedTexts(consoleEnglish.issues, sources('client/console/texts/*.ts')),
    ...unusedTexts(consoleEnglish.data, sources('client/console/settings/data/*.{ts,tsx}')),
  ].map((key) => `nothing uses ${key}`),
]

for (const fault of faults) process.stderr.write(`${fault}\n`)
if (faults.length > 0) process.exitCode = 1
