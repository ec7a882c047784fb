import { parentPort } from 'node:worker_threads'
import sharp from 'sharp'
import type { Drawing } from './preview.ts'

/** A picture with more is refused, whatever its file's size: 60 megapixels. */
const maxPixels = 60_000_000
/** Pixels of a preview's longer side. */
const longest = 1_024

// The main thread asks for one picture at a time.
parentPort?.on('message', async (file: Uint8Array) => parentPort?.postMessage(await draw(file)))

async function draw(file: Uint8Array): Promise<Drawing> {
  try {
    const { width, height, autoOrient } = await sharp(file, { limitInputPixels: false }).metadata()
    if (width * height > maxPixels) return 'too many pixels'
    // Only pixels are kept: no place, time or camera.
    const preview = await sharp(file, { limitInputPixels: maxPixels, sequentialRead: true })
      .autoOrient()
      .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer()
    return { width: autoOrient.width, height: autoOrient.height, preview }
  } catch {
    return 'not a picture'
  }
}
