import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

export const root = join(import.meta.dirname, '../..')
export const written = (file: string) => !/^(client\/dist|prisma\/generated|client\/graphql\/)/.test(file)
export const filesOf = (pattern: string) => globSync(pattern, { cwd: root }).filter(written).sort()
export const textOf = (file: string) => readFileSync(join(root, file), 'utf8')

export const server = filesOf('{server,prisma}/**/*.ts')
export const client = filesOf('client/**/*.{ts,tsx}')
export const tests = filesOf('test/**/*.ts')

/** Paths of the files that a file imports, relative to the root, without packages; with or without type imports. */
export function importsOf(file: string, types = true): string[] {
  const text = types ? textOf(file) : textOf(file).replace(/^(?:import|export) type [^']*'[^']+'/gm, '')
  const found = text.matchAll(/(?:\bfrom|\bimport\(|^import)\s*'(\.[^']+)'/gm)
  return [...found].map(([, path = '']) =>
    relative(root, join(root, dirname(file), path.replace(/\?\w+$/, ''))),
  )
}
