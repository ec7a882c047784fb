import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const main = join(import.meta.dirname, '../../../client/admin/main.ts')

export interface Outcome {
  code: number
  stdout: string
  stderr: string
}

/** Runs the command line as `npm run admin` does, with these variables and no others that it reads, away from any .env. */
export function runAdmin(variables: Record<string, string>, ...words: string[]): Promise<Outcome> {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const env = { PATH, NODE_COMPILE_CACHE, ...variables }
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...words], { cwd: tmpdir(), env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}
