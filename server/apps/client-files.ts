import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { config } from '../config/config.ts'
import { sourceHash } from '../html/html.ts'

export const clientFiles = join(import.meta.dirname, '../../client/dist')

/** The script for pages that embed the frame. */
export const loaderFile = join(clientFiles, 'loader/embed.js')

const read = (path: string) => readFileSync(join(clientFiles, path), 'utf8')

function readFrame() {
  const script = read('frame/app.js').replaceAll('</script', '<\\/script')
  const style = read('frame/app.css')
  return { script, style, scriptHash: sourceHash(script) }
}

function readConsole() {
  const manifest = JSON.parse(read('assets/manifest.json'))
  const entry: { file: string; css?: string[] } = manifest['console/main.tsx']
  return {
    script: `/assets/${entry.file}`,
    styles: (entry.css ?? []).map((file) => `/assets/${file}`),
    textsIn(tag: string): string | undefined {
      const texts: { file: string } | undefined = manifest[`i18n/console/${tag}.json`]
      return texts && `/assets/${texts.file}`
    },
  }
}

const cache: {
  frame?: ReturnType<typeof readFrame>
  console?: ReturnType<typeof readConsole>
} = {}

/** Script and style of the frame's app, to be inlined in its document. */
export function frameFiles() {
  cache.frame ??= readFrame()
  return cache.frame
}

/** Addresses of the console's script, styles and texts. */
export function consoleFiles() {
  cache.console ??= readConsole()
  return cache.console
}

/** An app's markup and policy when Vite's development server serves it, with hot reload; otherwise undefined. */
export function fromVite(entry: string) {
  const { viteUrl } = config
  if (!viteUrl) return undefined
  return {
    head: `<script type="module" src="${viteUrl}/@vite/client"></script>`,
    script: `<script type="module" src="${viteUrl}/${entry}"></script>`,
    policy: [`script-src ${viteUrl}`, `style-src 'unsafe-inline' ${viteUrl}`],
  }
}
