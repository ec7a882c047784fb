import { expect, test } from 'vitest'
import { sampleParts } from '../../.config/sample-document.ts'
import { compressParts } from '../../server/http/compress-parts.ts'
import { catalogues } from '../../server/languages/catalogues.ts'

async function sizesOf(tag: string): Promise<[gzip: number, zstd: number]> {
  const [gzip, zstd] = await Promise.all([
    compressParts(sampleParts(tag), 'gzip'),
    compressParts(sampleParts(tag), 'zstd'),
  ])
  return [gzip.length, zstd.length]
}

const english = await sizesOf('en')

// `npm run check` limits the document in English.
test.each([...catalogues.keys()])(
  'the document of the frame has at most 1,000 bytes more in %s than in English',
  async (tag) => {
    const [gzip, zstd] = await sizesOf(tag)
    expect(Math.max(gzip - english[0], zstd - english[1])).toBeLessThanOrEqual(1_000)
  },
)
