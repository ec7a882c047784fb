import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** A script of a guide as a separate process, with only these variables. */
export function runScript(name: string, variables: Record<string, string>) {
  const path = join(import.meta.dirname, '../../docs/guides', name)
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, [path], { env: { PATH, HOME, ...variables } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    output: () => output,
    exited,
    kill: () => {
      child.kill('SIGKILL')
      return exited
    },
  }
}
