import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** As in vitest.config.ts. */
const flags = ['--liftoff-only', '--no-wasm-code-gc']

/** A server as a separate process, with only these variables; optionally from another folder or by another script. */
export function spawnServer(
  variables: Record<string, string | undefined>,
  folder = root,
  script = 'server/index.ts',
) {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, [...flags, join(folder, script)], {
    cwd: folder,
    env: { PATH, HOME, NODE_COMPILE_CACHE, NODE_ENV: 'test', LOG_LEVEL: 'info', ...variables },
  })
  let output = ''
  let isListening = false
  const origin = Promise.withResolvers<string>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (isListening) return
      const listening = /"origin":"([^"]+)".*"msg":"listening"/.exec(output)
      if (!listening?.[1]) return
      isListening = true
      origin.resolve(listening[1])
    })
  }
  const exited = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('close', (code, signal) => {
      origin.reject(new Error(`The server ended with ${code ?? signal}: ${output.slice(-2_000)}`))
      resolve({ code, signal })
    })
  })
  origin.promise.catch(() => {})
  return {
    pid: child.pid as number,
    /** Where it listens, once it does; fails if it ends first. */
    origin: origin.promise,
    exited,
    /** All its output so far, including the log. */
    output: () => output,
    /** Sends a signal, if it still runs, and waits for the end. */
    stop: (signal: NodeJS.Signals = 'SIGKILL') => {
      child.kill(signal)
      return exited
    },
  }
}

export type ServerProcess = ReturnType<typeof spawnServer>
