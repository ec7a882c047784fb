import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleDocument } from './sample-document.ts'

// What a visit downloads, in bytes; the console's files may grow by one percent. Part of `npm run check`.
const document = 36_500
const consoleFiles: Record<string, number> = {
  'main.js': 41_700,
  // Once the first screen is shown.
  'open-socket.js': 2_850,
  'main.css': 6_530,
  'Settings.js': 36_750,
  'Settings.css': 2_740,
  // The settings' page about data.
  'Data.js': 2_380,
  // What networks that block WebSockets need.
  'event-stream.js': 800,
  'create-files.js': 3_540,
  'CopyButton.js': 480,
  'add-copy-buttons.js': 350,
  // Styles, in scripts.
  'block.js': 270,
  'unsent.js': 250,
  // Once the first screen is shown.
  'keep-focus.js': 460,
  // The texts of one language: of the console, its settings, their page about data, refused inputs, and of both apps.
  'console-*.js': 3_700,
  'settings-*.js': 9_320,
  'data-*.js': 1_040,
  'issues-*.js': 1_880,
  'catalogues-*.js': 2_720,
  'pseudo.js': 400,
}
const loader = 1_500
/** What the frame loads when it is needed. */
const lateScript = 12_000

const root = join(import.meta.dirname, '..')
const assets = join(root, 'client/dist/assets')
const [built]: string[][] = JSON.parse(readFileSync(join(assets, 'builds.json'), 'utf8'))
/** Earlier builds left some. */
const isCurrent = (file: string) => !file.startsWith('late-') || built?.includes(file.replace('.br', ''))
const sample = join(root, 'node_modules/.cache/size/frame.html')
mkdirSync(join(sample, '..'), { recursive: true })
writeFileSync(sample, sampleDocument())

/** A file as served: compressed at build time. Only files with a limit are allowed. */
const compressed = (file: string) => {
  const name = file.replace(/-[\w-]{8}\.(\w+)\.br$/, '.$1')
  const isLate = name.startsWith('late-')
  const limit = consoleFiles[name] ?? consoleFiles[name.replace(/-.*\./, '-*.')] ?? 0
  return {
    name: `${isLate ? 'frame' : 'console'} ${name}`,
    path: join(assets, file),
    brotli: false,
    limit: `${isLate ? lateScript : limit} B`,
  }
}

export default [
  { name: 'document of the frame with 20 tickets, as brotli', path: sample, limit: `${document} B` },
  ...readdirSync(assets)
    .filter((file) => file.endsWith('.br') && !file.startsWith('documents-') && isCurrent(file))
    .map(compressed),
  { name: '/embed.js', path: join(assets, '../loader/embed.js.br'), brotli: false, limit: `${loader} B` },
]
