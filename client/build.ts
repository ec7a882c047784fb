import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build, type InlineConfig } from 'vite'
import { isStale } from './build-staleness.ts'

const root = import.meta.dirname
const consoleEntry = join(root, 'console/main.tsx')

const shared: InlineConfig = {
  root,
  configFile: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
}

/** One script and one stylesheet with fixed names: the server writes both into the frame's document. */
const frame: InlineConfig = {
  ...shared,
  build: {
    outDir: 'dist/frame',
    emptyOutDir: true,
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    rolldownOptions: {
      input: join(root, 'ticket-center/main.tsx'),
      output: { codeSplitting: false, entryFileNames: 'app.js', assetFileNames: 'app[extname]' },
    },
  },
}

const operators: InlineConfig = {
  ...shared,
  base: '/assets/',
  build: {
    outDir: 'dist/assets',
    emptyOutDir: true,
    assetsDir: '',
    manifest: 'manifest.json',
    rolldownOptions: { input: consoleEntry },
  },
}

if (isStale(root, join(root, 'dist/frame/app.js'))) await build(frame)
if (existsSync(consoleEntry) && isStale(root, join(root, 'dist/assets/manifest.json'))) await build(operators)
