import { expect, test } from 'vitest'
import { sampleParts } from '../../.config/sample-document.ts'
import { compressParts } from '../../server/http/compress-parts.ts'
import { catalogues } from '../../server/languages/catalogues.ts'

/** Bytes of the frame's document with 20 tickets, as it is sent. */
const limits = { zstd: 40_000, gzip: 42_000 } as const

test.each([...catalogues.keys()])('the document of the frame is within its limits in %s', async (tag) => {
  for (const encoding of ['zstd', 'gzip'] as const) {
    const document = await compressParts(sampleParts(tag), encoding)
    expect(document.length, encoding).toBeLessThanOrEqual(limits[encoding])
  }
})
