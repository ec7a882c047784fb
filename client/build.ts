import { copyFileSync, readdirSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { InlineConfig, Plugin } from 'vite'
import { isStale } from './build-staleness.ts'
import { documentsFile } from './graphql/operations.ts'
import { keepEarlier } from './keep-earlier.ts'
import { lateScripts, retriedImports } from './late-scripts.ts'
import { precompress } from './precompress.ts'
import { splitModules } from './split-modules.ts'

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

/** graphql-ws checks the shape of every message: ours come from our own server, and go there. */
const withoutValidation: Plugin = {
  name: 'without-validation',
  transform(code, id) {
    if (!/\/graphql-ws\/dist\/common-/.test(id)) return null
    const parts = code.split(/(?<!function )validateMessage\(/)
    if (parts.length !== 3) this.error('graphql-ws has changed: see withoutValidation in client/build.ts')
    return parts.join('(')
  },
}

const shared: InlineConfig = {
  root,
  plugins: [withoutParser, withoutValidation, splitModules],
  configFile: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
}

/**
 * One script and one stylesheet with fixed names, which the server inlines into the frame's document; and the scripts
 * that it loads when they are needed, one for each `import()`.
 */
const frame: InlineConfig = {
  ...shared,
  plugins: [withoutParser, withoutValidation, splitModules, lateScripts],
  build: {
    target,
    outDir: 'dist/frame',
    emptyOutDir: true,
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    // Slower than the default, but the output is smaller, and the script is part of every document.
    minify: 'terser',
    terserOptions: { module: true, compress: { passes: 3, global_defs: { __VITE_PRELOAD__: undefined } } },
    rolldownOptions: {
      // Otherwise it warns that terser takes most of the time.
      checks: { pluginTimings: false },
      input: join(root, 'ticket-center/main.tsx'),
      output: {
        // Whatever the document needs at once is in its script, even if late ones share it.
        codeSplitting: { groups: [{ name: 'app', tags: ['$initial'] }] },
        entryFileNames: 'app.js',
        chunkFileNames: 'late-[name]-[hash].js',
        assetFileNames: 'app[extname]',
      },
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

/** Every group of texts has a file `de.json`. */
const withGroup = (id: string | null) => (id?.endsWith('.json') ? `${basename(dirname(id))}-` : '')

const operators: InlineConfig = {
  ...shared,
  plugins: [withoutParser, withoutValidation, splitModules, retriedImports],
  base: '/assets/',
  build: {
    target,
    outDir: 'dist/assets',
    emptyOutDir: true,
    assetsDir: '',
    manifest: 'manifest.json',
    rolldownOptions: {
      input: consoleEntry,
      output: {
        // As for the frame: one file for the first screen.
        codeSplitting: { groups: [{ name: 'main', tags: ['$initial'] }] },
        chunkFileNames: ({ facadeModuleId }) => `${withGroup(facadeModuleId)}[name]-[hash].js`,
      },
    },
  },
}

const dist = join(root, 'dist')
const assets = join(dist, 'assets')

async function buildAll(): Promise<void> {
  // Only when there is something to build: at start, loading it takes longer than everything else.
  const { build } = await import('vite')
  const keep = keepEarlier(assets)
  for (const config of [operators, frame, loader]) await build(config)
  const late = readdirSync(join(dist, 'frame')).filter((name) => name.startsWith('late-'))
  for (const name of late) renameSync(join(dist, 'frame', name), join(assets, name))
  copyFileSync(join(root, 'graphql/documents.json'), join(assets, documentsFile))
  keep([documentsFile, ...late])
  for (const folder of ['assets', 'loader']) precompress(join(dist, folder))
}

const outputs = ['frame/app.js', 'loader/embed.js', 'assets/builds.json']
if (outputs.some((output) => isStale(root, join(dist, output)))) await buildAll()
