import { Worker } from 'node:worker_threads'

/** Maximum milliseconds for one picture. */
const drawTime = 20_000

/** Types of which there are previews. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])
export const isPicture = (type: string) => pictures.has(type)

/** Its size as shown, and a smaller copy of it as WebP, without what cameras note; or why there is none. */
export type Drawing =
  | { width: number; height: number; preview: Uint8Array }
  | 'too many pixels'
  | 'not a picture'

let thread: Worker | undefined
let turn: Promise<unknown> = Promise.resolve()

/** Draws a preview in its own thread, which is terminated if that takes too long. One at a time: each needs memory. */
export function drawPreview(file: Uint8Array): Promise<Drawing> {
  const drawing = turn.then(() => drawInTurn(file))
  turn = drawing.catch(() => {})
  return drawing
}

async function drawInTurn(file: Uint8Array): Promise<Drawing> {
  const asked = start()
  const { promise, resolve } = Promise.withResolvers<Drawing | null>()
  const giveUp = () => resolve(null)
  const timer = setTimeout(giveUp, drawTime)
  asked.once('message', resolve).once('exit', giveUp)
  asked.postMessage(file)
  const drawing = await promise
  clearTimeout(timer)
  asked.off('message', resolve).off('exit', giveUp)
  if (drawing) return drawing
  await asked.terminate()
  return 'not a picture'
}

function start(): Worker {
  if (thread) return thread
  const started = new Worker(new URL('./draw-preview.ts', import.meta.url))
  // The 'exit' event follows.
  started.on('error', () => {})
  started.on('exit', () => {
    if (thread === started) thread = undefined
  })
  started.unref()
  thread = started
  return started
}
