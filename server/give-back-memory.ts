import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Milliseconds of quiet after which V8 collects what an idle process no longer needs. Its own eight seconds are shorter
 * than the pauses of many websites, and each time the whole heap is walked through.
 */
const quietFor = 60_000

/** Collects what a start leaves behind, which an idle process would keep: docs/decisions/0014. */
export function giveBackMemory(): void {
  setFlagsFromString(`--gc-memory-reducer-start-delay-ms=${quietFor}`)
  setFlagsFromString('--expose_gc')
  const collect: NodeJS.GCFunction = runInNewContext('gc')
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
