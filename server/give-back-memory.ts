import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Collects what a start leaves behind, which an idle process would keep: docs/decisions/0014. */
export function giveBackMemory(): void {
  setFlagsFromString('--expose_gc')
  const collect: NodeJS.GCFunction = runInNewContext('gc')
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
