import type { Plugin } from 'vite'

/**
 * The frame's script is inside its document, where no other script can import it. What it shares with late scripts is in
 * the global `documentScript` instead, and all of them import late ones by `importLate`, which knows their address:
 * client/shell/import-late.ts.
 */
export const lateScripts: Plugin = {
  name: 'late-scripts',
  enforce: 'pre',
  // Of Vite, for styles in files of their own: there are none.
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : null),
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        const code = withImports(chunk.code)
        chunk.code = chunk.isEntry ? withGlobal(code) : code
        const left = /\bimport\b[^.;]*"[^"]*"/.exec(chunk.code)
        if (left) this.error(`${chunk.fileName} cannot load ${left[0]}`)
      }
    },
  },
}

/** The console's scripts import each other, and only late ones by `importLate`, which can try again after a failure. */
export const retriedImports: Plugin = {
  name: 'retried-imports',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        chunk.code = chunk.code.replace(/\bimport\((["'`])\.\//g, 'importLate($1')
        const left = /\bimport\(["'`].{0,40}/.exec(chunk.code)
        if (left) this.error(`${chunk.fileName} cannot try again: ${left[0]}`)
      }
    },
  },
}

/** `a as b,c`, as imports and exports name things, in the notation of objects. */
const asObject = (names: string, order: string) => `{${names.replace(/([\w$]+) as ([\w$]+)/g, order)}}`

function withImports(code: string): string {
  return code
    .replaceAll('import("./', 'importLate("')
    .replace(/\bimport\s*(?:\{([^}]*)\}\s*from\s*)?"\.\/([\w.-]+)";?/g, (_, names = '', file: string) => {
      const source = file === 'app.js' ? 'documentScript' : `await importLate("${file}")`
      return `const${asObject(names, '$1:$2')}=${source};`
    })
}

function withGlobal(code: string): string {
  let shared = ''
  const script = code.replace(/\bexport\s*\{([^}]*)\};?/, (_, names: string) => {
    shared = `globalThis.documentScript=${asObject(names, '$2:$1')};`
    return ''
  })
  return script + shared
}
