import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** A name that a generated file exports, with its text: a line, or lines up to one that is not indented. */
const exported = /^export (?:const|function) (\w+)[^\n]*(?:\n[ }][^\n]*)*/gm

interface Parts {
  imports: string[]
  /** The text of each exported name. */
  exports: Map<string, string>
}

const files = new Map<string, Parts>()

function partsOf(file: string): Parts {
  const known = files.get(file)
  if (known) return known
  const source = readFileSync(file, 'utf8')
  const exports = new Map([...source.matchAll(exported)].map(([text, name = '']) => [name, text]))
  const parts = { imports: source.match(/^import .*$/gm) ?? [], exports }
  files.set(file, parts)
  return parts
}

/**
 * Makes a module of each generated operation and hook: bundles have whole modules, so that otherwise the first script
 * to use an operation would contain all that later ones use.
 */
export const splitModules: Plugin = {
  name: 'split-modules',
  enforce: 'pre',
  load(id) {
    const [file = '', name] = id.split('?')
    if (!/\/graphql\/(?:operations|hooks)\.ts$/.test(file)) return null
    const { imports, exports } = partsOf(file)
    const base = file.replace(/.*\//, './')
    const code = name
      ? [...imports, exports.get(name)]
      : [...exports.keys()].map((found) => `export { ${found} } from '${base}?${found}'`)
    return { code: code.join('\n'), moduleType: 'ts', moduleSideEffects: false }
  },
}
