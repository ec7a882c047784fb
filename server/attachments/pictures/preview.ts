import { SingleThread } from '../../threads/single-thread.ts'

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

const artist = new SingleThread<Uint8Array, Drawing>(new URL('./draw-preview.ts', import.meta.url), drawTime)

/** Draws a preview in a thread of its own, within a limit of time. One at a time: each needs memory. */
export async function drawPreview(file: Uint8Array): Promise<Drawing> {
  return (await artist.ask(file)) ?? 'not a picture'
}
