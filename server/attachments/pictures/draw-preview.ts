import { parentPort } from 'node:worker_threads'
import sharp from 'sharp'
import type { Drawing, Original } from './preview.ts'

/** Maximum pixels of a picture, whatever its file's size: 60 megapixels. */
const maxPixels = 60_000_000
/** Pixels of a preview's longer side. */
const maxSide = 1_024

const inside = { width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true } as const

// The main thread asks for one picture at a time.
parentPort?.on('message', async (original: Original) => {
  const drawing = original.type === 'application/pdf' ? drawPage(original.file) : drawPicture(original.file)
  parentPort?.postMessage(await drawing.catch(() => 'not a picture' satisfies Drawing))
})

async function drawPicture(file: Uint8Array): Promise<Drawing> {
  const { width, height, autoOrient } = await sharp(file, { limitInputPixels: false }).metadata()
  if (width * height > maxPixels) return 'too many pixels'
  // Only pixels are kept: no place, time or camera.
  const preview = await sharp(file, { limitInputPixels: maxPixels, sequentialRead: true })
    .autoOrient()
    .resize(inside)
    .webp({ quality: 80 })
    .toBuffer()
  return { width: autoOrient.width, height: autoOrient.height, preview }
}

/** Rendered at twice the size and scaled down, so that small text stays legible. */
async function drawPage(file: Uint8Array): Promise<Drawing> {
  const { firstPage } = await import('./first-page.ts')
  const { data, width, height } = await firstPage(file, 2 * maxSide)
  const picture = sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: 'white' })
  const { data: preview, info } = await picture
    .resize(inside)
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, preview }
}
