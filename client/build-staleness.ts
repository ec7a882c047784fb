import { readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** True when the output is missing or older than any source under the folder. */
export function isStale(root: string, output: string): boolean {
  const built = statSync(output, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(root, file).startsWith('dist'))
    .some((file) => statSync(file).mtimeMs > built)
}
