import { constants, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { sampleDocument, sampleParts } from '../../.config/sample-document.ts'
import { gzip } from '../../server/http/gzip-parts.ts'
import { catalogues } from '../../server/languages/catalogues.ts'

const params = { [constants.ZSTD_c_compressionLevel]: 19 }

async function sizesOf(tag: string): Promise<[gzip: number, zstd: number]> {
  const served = await gzip(sampleParts(tag))
  return [served.length, zstdCompressSync(sampleDocument(tag), { params }).length]
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
