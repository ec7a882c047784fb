import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Outcome, run } from '../../../client/admin/run.ts'

const main = join(import.meta.dirname, '../../../client/admin/main.ts')

/** Runs the command line with these variables and no others that it reads. */
export function runAdmin(variables: Record<string, string>, ...words: string[]): Promise<Outcome> {
  return run(words, () => variables)
}

/** The same in a process, as `npm run admin` does, away from any .env. */
export function runAdminProcess(variables: Record<string, string>, ...words: string[]): Promise<Outcome> {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const env = { PATH, NODE_COMPILE_CACHE, ...variables }
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...words], { cwd: tmpdir(), env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}
