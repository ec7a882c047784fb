import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..')

/** Starts one of our scripts and returns its address, read from the first line that has one. */
export async function start(script: string, variables: Record<string, string>) {
  const process_ = spawn(process.execPath, [script], {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = new Promise<string>((resolve, reject) => {
    process_.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)))
    createInterface({ input: process_.stdout }).on('line', (line) => {
      const found = /http:\/\/[\w.]+:\d+/.exec(line)
      if (found) resolve(found[0])
    })
  })
  return {
    origin: await address,
    cpu: () => cpuSeconds(process_),
    peakMemory: () => peakMemory(process_),
    stop: () => stop(process_),
  }
}

async function stop(child: ChildProcess) {
  child.removeAllListeners('exit')
  child.kill()
  await once(child, 'exit')
}

/** Seconds of CPU time that the process has used; Linux counts them in hundredths. */
function cpuSeconds({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** The process's peak memory, in megabytes. */
function peakMemory({ pid }: ChildProcess): number {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1_024
}
