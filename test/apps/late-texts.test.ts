import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { bootOf, load, newAddress, unpacked } from '../support/page.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { catalogues } = await import('../../server/languages/catalogues.ts')
const website = await createTestWebsite(origin, rootKey)

async function addressIn(locale: string): Promise<string> {
  const url = website.frameUrl('jane@example.com', { locale })
  return bootOf(await load(url, { referer: `${dashboard}/`, ...newAddress() })).late
}

describe('the texts of late scripts', () => {
  test.for<[locale: string, tag: string]>([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['pt-BR', 'pt-BR'],
    ['zh-TW', 'zh-Hant'],
    ['xx', 'en'],
  ])('for %s are those of %s, at an address that browsers may cache forever', async ([locale, tag]) => {
    const texts = await load(await addressIn(locale), { origin: 'null' })
    expect(JSON.parse(texts.body)).toEqual(catalogues.get(tag)?.late)
    expect(texts.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'application/json',
    })
  })

  test('are also sent to a frame of another build, which must not cache them', async () => {
    const texts = await load((await addressIn('de')).replace(/\.[\w-]{8}\.json$/, '.another0.json'))
    expect(JSON.parse(texts.body)).toEqual(catalogues.get('de')?.late)
    expect(texts.headers['cache-control']).toBe('no-cache')
  })

  test.for(['zstd', 'gzip'])('are at most 2,500 bytes as %s in every language', async (encoding) => {
    const large = []
    for (const tag of catalogues.keys()) {
      const texts = await load(`${origin}/assets/texts-${tag}.json`, { 'accept-encoding': encoding })
      expect(JSON.parse(unpacked(texts))).toEqual(catalogues.get(tag)?.late)
      if (texts.bytes.length > 2_500) large.push([tag, texts.bytes.length])
    }
    expect(large).toEqual([])
  })

  test('of an unknown language are not found', async () => {
    expect((await load(`${origin}/assets/texts-xx.json`)).status).toBe(404)
    expect((await load(`${origin}/assets/texts-..%2fen.json`)).status).toBe(404)
  })
})
