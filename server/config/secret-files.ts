import { readFileSync } from 'node:fs'

type Environment = Record<string, string | undefined>

/**
 * Adds each of `names` whose value is in a file: `NAME_FILE` holds its path, as platforms mount secrets. Throws a
 * sentence for a file that is unreadable or empty, and if both are set.
 */
export function withSecretFiles(given: Environment, names: readonly string[]): Environment {
  const read = names.flatMap((name) => {
    const path = given[`${name}_FILE`]
    if (path === undefined) return []
    if (given[name] !== undefined)
      throw new Error(`Configuration: ${name} and ${name}_FILE are both set: remove one of them`)
    return [[name, textOf(path, `${name}_FILE`)]]
  })
  return { ...given, ...Object.fromEntries(read) }
}

function textOf(path: string, variable: string): string {
  try {
    const text = readFileSync(path, 'utf8').replace(/[\r\n]+$/, '')
    if (text !== '') return text
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Error(`Configuration: ${variable}: cannot read the file (${code})`)
  }
  throw new Error(`Configuration: ${variable}: the file is empty`)
}
