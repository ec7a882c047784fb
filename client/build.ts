import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { InlineConfig, Plugin } from 'vite'
import { isStale } from './build-staleness.ts'
import { keepDocuments } from './keep-documents.ts'
import { precompress } from './precompress.ts'

const root = import.meta.dirname
const consoleEntry = join(root, 'console/main.tsx')

/** Browsers that support `light-dark()` and relative colors: for older ones, Vite would fix the color scheme. */
const target = ['chrome125', 'firefox128', 'safari18']

/** urql brings a parser and a printer, which we do not need: our operations are sent by id. */
const withoutParser: Plugin = {
  name: 'without-parser',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === '@0no-co/graphql.web' && importer?.includes('@urql/core') ? join(root, 'no-parser.ts') : null,
}

/** Scripts that load a catalogue need only its late texts; the document has the others, and the preview needs them all. */
const lateTexts: Plugin = {
  name: 'late-texts',
  enforce: 'pre',
  resolveId: (id, importer) =>
    importer?.endsWith('/SampleApp.tsx') && id.endsWith('.json')
      ? `${join(dirname(importer), id)}?whole`
      : null,
  load(id) {
    const [file = '', whole] = id.split('?')
    if (!/\/catalogues\/[\w-]+\.json$/.test(file)) return null
    const catalogue = readFileSync(file, 'utf8')
    if (whole !== undefined) return { code: `export default ${catalogue}`, moduleType: 'js' }
    return JSON.stringify(JSON.parse(catalogue).late)
  },
}

const shared: InlineConfig = {
  root,
  plugins: [withoutParser],
  configFile: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
}

/** One script and one stylesheet with fixed names: the server inlines both into the frame's document. */
const frame: InlineConfig = {
  ...shared,
  build: {
    target,
    outDir: 'dist/frame',
    emptyOutDir: true,
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    // Slower than the default, but the output is smaller, and the script is part of every document.
    minify: 'terser',
    terserOptions: { module: true, compress: { passes: 2 } },
    rolldownOptions: {
      // Otherwise it warns that terser takes most of the time.
      checks: { pluginTimings: false },
      input: join(root, 'ticket-center/main.tsx'),
      output: { codeSplitting: false, entryFileNames: 'app.js', assetFileNames: 'app[extname]' },
    },
  },
}

/** What the frame loads when it is needed: an entry, a file for each need and language, and one with what they share. */
const late: InlineConfig = {
  ...shared,
  plugins: [withoutParser, lateTexts],
  base: '/assets/',
  build: {
    target,
    outDir: 'dist/assets',
    emptyOutDir: false,
    assetsDir: '',
    manifest: 'late.json',
    modulePreload: false,
    rolldownOptions: {
      input: join(root, 'ticket-center/late/main.ts'),
      output: {
        entryFileNames: 'late-[hash].js',
        chunkFileNames: 'late-[name]-[hash].js',
        codeSplitting: {
          groups: [{ name: 'shared', minShareCount: 2, test: /\/(?:node_modules|i18n|late|ui)\// }],
        },
      },
      preserveEntrySignatures: 'strict',
    },
  },
}

/** `/embed.js`: one classic script with a fixed name, which also works as a module. */
const loader: InlineConfig = {
  ...shared,
  build: {
    target,
    outDir: 'dist/loader',
    emptyOutDir: true,
    modulePreload: false,
    rolldownOptions: {
      input: join(root, 'embed/script.ts'),
      output: { format: 'iife', entryFileNames: 'embed.js' },
    },
  },
}

const operators: InlineConfig = {
  ...shared,
  base: '/assets/',
  build: {
    target,
    outDir: 'dist/assets',
    emptyOutDir: true,
    assetsDir: '',
    manifest: 'manifest.json',
    rolldownOptions: { input: consoleEntry },
  },
}

/** Loads Vite only when there is something to build: at start, that takes longer than everything else. */
async function buildIfStale(config: InlineConfig, output: string, finish?: () => void): Promise<void> {
  if (!isStale(root, join(root, output))) return
  const { build } = await import('vite')
  await build(config)
  finish?.()
  precompress(join(root, dirname(output)))
}

await buildIfStale(frame, 'dist/frame/app.js')
const writeDocuments = keepDocuments(join(root, 'graphql'), join(root, 'dist/assets'))
await buildIfStale(operators, 'dist/assets/manifest.json', writeDocuments)
await buildIfStale(late, 'dist/assets/late.json')
await buildIfStale(loader, 'dist/loader/embed.js')
