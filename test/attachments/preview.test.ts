import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { pdf } from '../support/pdf.ts'
import { announce, png, put, upload } from '../support/upload.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
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

test('an image is shown as it is if asked for, and nothing else is', async () => {
  const types: [Uint8Array, string, RegExp][] = [
    [png(), 'a.png', /^inline; filename=a.png$/],
    [pdf('1 0 0 rg 0 0 595 421 re f'), 'a.pdf', /^attachment;/],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg', /^attachment;/],
  ]
  for (const [bytes, name, disposition] of types) {
    const { url, type } = await shown(bytes, name)
    expect((await fetch(url)).headers.get('content-disposition')).toMatch(/^attachment;/)
    const { headers } = await fetch(`${url}&show`)
    expect(headers.get('content-disposition')).toMatch(disposition)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': type,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    })
  }
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
  expect([response.status, await response.text()]).toEqual([422, 'The image has more than 60 million pixels'])
  // Decoded it would take at least 300 MB; tests in other threads need some as well.
  expect(process.memoryUsage.rss() - before).toBeLessThan(250_000_000)
})

test('a preview’s address does not open the original', async () => {
  const { previewUrl, url } = await shown(png(), 'a.png')
  const [preview, original] = await Promise.all([fetch(previewUrl), fetch(url)])
  expect(preview.headers.get('content-type')).toBe('image/webp')
  expect(original.headers.get('content-type')).toBe('image/png')
})

describe('a PDF', () => {
  test('has a picture of its first page', async () => {
    const { type, previewUrl, width, height } = await shown(pdf('1 0 0 rg 0 0 595 421 re f'), 'a.pdf')
    expect({ type, width, height }).toEqual({ type: 'application/pdf', width: 724, height: 1_024 })
    const response = await fetch(previewUrl)
    expect(response.headers.get('content-disposition')).toBe('inline; filename=a.pdf.webp')
    const preview = sharp(await response.arrayBuffer()).removeAlpha()
    const pixel = async (top: number) => {
      const at = preview.clone().extract({ left: 300, top, width: 1, height: 1 })
      return [...(await at.raw().toBuffer())].map((part) => Math.round(part / 50))
    }
    expect([await pixel(100), await pixel(900)]).toEqual([
      [5, 5, 5],
      [5, 0, 0],
    ])
  })

  test.for([
    ['without a page', Buffer.from('%PDF-1.7\nnothing')],
    ['that takes longer than five seconds', pdf('0 0 m 500 800 l 10 w S '.repeat(400_000))],
  ] as const)('%s has none, and keeps no picture waiting', async ([, bytes]) => {
    const [broken, picture] = await Promise.all([shown(bytes, 'a.pdf'), shown(png(), 'a.png')])
    expect(broken).toMatchObject({ type: 'application/pdf', previewUrl: null, width: null })
    expect((await fetch(broken.url)).status).toBe(200)
    expect(picture.previewUrl).not.toBeNull()
  })

  test('of a huge page, or with a huge picture, takes no more memory than others', async () => {
    await shown(pdf('0 0 10 10 re f'), 'a.pdf')
    const before = process.memoryUsage.rss()
    const huge = await shown(pdf('0 0 10 10 re f', { box: '0 0 1000000000 1000000000' }), 'a.pdf')
    expect([huge.width, huge.height]).toEqual([1_024, 1_024])
    const pixels = deflateSync(Buffer.alloc(20_000 * 20_000)).toString('latin1')
    const picture =
      '<</Type/XObject/Subtype/Image/Width 20000/Height 20000/BitsPerComponent 8/ColorSpace/DeviceGray'
    const image = `${picture}/Filter/FlateDecode/Length ${pixels.length}>>stream\n${pixels}\nendstream`
    await shown(pdf('500 0 0 700 50 50 cm /Im Do', { objects: [image] }), 'a.pdf')
    expect(process.memoryUsage.rss() - before).toBeLessThan(600_000_000)
  })
})
