import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { faultsOf } from './catalogue-faults.ts'
import { consoleEn } from './console-en.ts'
import { settingsAccessEn } from './settings-access-en.ts'
import { settingsEmailEn } from './settings-email-en.ts'
import { settingsEn } from './settings-en.ts'
import { unusedTexts } from './unused-texts.ts'

// Part of `npm run check`: fails when a language lacks a text or has an extra one, or when a text is unused.
const root = join(import.meta.dirname, '../..')
const folder = join(import.meta.dirname, 'catalogues')
const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'))
const english = read('en.json')

const sources = (...patterns: string[]) =>
  globSync(patterns, { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'))
const console = { ...consoleEn, ...settingsEn, ...settingsEmailEn, ...settingsAccessEn }

const faults = [
  ...readdirSync(folder).flatMap((file) =>
    faultsOf(english, read(file), file.replace('.json', '')).map((fault) => `${file}: ${fault}`),
  ),
  ...[
    ...unusedTexts(english.frame, sources('client/{ticket-center,shell,ui}/**/*.{ts,tsx}')),
    ...unusedTexts(english.late, sources('client/{attachments,ticket-center}/**/*.{ts,tsx}')),
    ...unusedTexts(english.pages, sources('server/{html,email-pages}/**/*.ts')),
    ...unusedTexts(english.emails, sources('server/{emails,email-pages}/**/*.ts')),
    ...unusedTexts(console, sources('client/{console,shell,ui}/**/*.{ts,tsx}')),
  ].map((key) => `nothing uses ${key}`),
]

for (const fault of faults) process.stderr.write(`${fault}\n`)
if (faults.length > 0) process.exitCode = 1
