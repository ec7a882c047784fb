import { SingleThread } from '../../threads/single-thread.ts'

/** Types of which there are previews: of pictures, and of the first page of a PDF. */
const shown = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'application/pdf']
export const hasPreview = (type: string) => shown.includes(type)

export interface Original {
  file: Uint8Array
  type: string
}

/** The picture's size as displayed and a smaller copy as WebP, without metadata; or why there is none. */
export type Drawing =
  | { width: number; height: number; preview: Uint8Array }
  | 'too many pixels'
  | 'not a picture'

const script = new URL('./draw-preview.ts', import.meta.url)
/** Milliseconds for each. A slow PDF does not delay pictures. */
const pictures = new SingleThread<Original, Drawing>(script, 20_000)
const pages = new SingleThread<Original, Drawing>(script, 5_000)

/** Draws a preview in another thread, one at a time to save memory. */
export async function drawPreview(type: string, read: () => Promise<Uint8Array>): Promise<Drawing> {
  const thread = type === 'application/pdf' ? pages : pictures
  return (await thread.ask(async () => ({ file: await read(), type }))) ?? 'not a picture'
}
