import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Milliseconds between two looks at the heap. */
const interval = 60_000
/** At most this share of a core was used since the last look: the process is idle. */
const idleShare = 0.05
/** Bytes of the heap that are worth a collection. */
const worthwhile = 20_000_000

/**
 * Turns off V8's own collections of an idle heap. To be called first: eight seconds later V8 may have begun one, and it
 * ends a process that has had more of them than the flag allows.
 */
export function leaveIdleHeap(): void {
  setFlagsFromString('--memory-reducer-gc-count=0')
}

/** Collects what a start, and later a peak, leaves behind in an idle process: docs/decisions/0014. */
export function giveBackMemory(): void {
  setFlagsFromString('--expose_gc')
  const collect: NodeJS.GCFunction = runInNewContext('gc')
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })

  let kept = heapSize()
  let cpu = process.cpuUsage()
  setInterval(() => {
    const { user, system } = process.cpuUsage(cpu)
    cpu = process.cpuUsage()
    const isIdle = (user + system) / 1_000 < interval * idleShare
    if (!isIdle || heapSize() - kept < worthwhile) return
    collect({ type: 'major', execution: 'sync' })
    kept = heapSize()
  }, interval).unref()
}

const heapSize = () => getHeapStatistics().total_heap_size
