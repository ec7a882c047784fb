import sharp from 'sharp'
import { expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { announce, png, put, upload } from '../support/upload.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startOwnApp()
const website = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')

/** A photo on its side, taken in Berlin. */
const photo = () =>
  sharp({ create: { width: 3_000, height: 2_000, channels: 3, background: '#1d5bd6' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Secret camera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()

async function shown(bytes: Uint8Array, name: string) {
  const input = { subject: 'Help', body: 'Please', attachmentIds: [await upload(jane, { name, bytes })] }
  const selection = 'ticket { lastMessage { attachments { type url previewUrl width height } } }'
  return (await jane.run('openTicket', input, selection)).ticket.lastMessage.attachments[0]
}

test('a photo has a preview, upright and smaller, that says nothing about where it was taken', async () => {
  const original = await photo()
  expect((await sharp(original).metadata()).exif?.length).toBeGreaterThan(0)
  const { previewUrl, ...rest } = await shown(original, 'Photo.jpg')
  expect(rest).toMatchObject({ type: 'image/jpeg', width: 2_000, height: 3_000 })
  const response = await fetch(previewUrl)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/webp',
    'content-disposition': 'inline; filename=Photo.jpg.webp',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  })
  const preview = Buffer.from(await response.arrayBuffer())
  const { width, height, exif } = await sharp(preview).metadata()
  expect({ width, height, exif }).toEqual({ width: 683, height: 1_024, exif: undefined })
  expect(preview.includes('Secret camera')).toBe(false)
})

test('a small picture is not enlarged; what only looks like one has no preview', async () => {
  const { previewUrl, width } = await shown(png(4, 3), 'a.png')
  const preview = await sharp(await (await fetch(previewUrl)).arrayBuffer()).metadata()
  expect([width, preview.width]).toEqual([4, 4])
  const broken = await shown(png().subarray(0, 40), 'broken.png')
  expect(broken).toMatchObject({ type: 'image/png', previewUrl: null, width: null })
  expect((await fetch(broken.url)).status).toBe(200)
})

test('a picture of 10,000 × 10,000 pixels in a small file is refused before it is decoded', async () => {
  const bytes = png(10_000, 10_000)
  expect(bytes.length).toBeLessThan(1_000)
  const { url } = await announce(jane, { bytes })
  const before = process.memoryUsage.rss()
  const response = await put(url, bytes)
  expect([response.status, await response.text()]).toEqual([
    413,
    'The picture has more than 60 million pixels',
  ])
  expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000)
})

test('a preview’s address does not open the original', async () => {
  const { previewUrl, url } = await shown(png(), 'a.png')
  const [preview, original] = await Promise.all([fetch(previewUrl), fetch(url)])
  expect(preview.headers.get('content-type')).toBe('image/webp')
  expect(original.headers.get('content-type')).toBe('image/png')
})
