import { promisify } from 'node:util'
import {
  constants,
  crc32,
  deflateRaw,
  deflateRawSync,
  type ZlibOptions,
  type ZstdOptions,
  zstdCompress,
  zstdCompressSync,
} from 'node:zlib'

export type Encoding = 'zstd' | 'gzip'
export type Markup = string | SharedMarkup

/** Markup shared by many documents: compressed as small as possible on first use, and cached. */
export class SharedMarkup {
  readonly text: string
  readonly bytes: Buffer
  #compressed: Partial<Record<Encoding, Promise<Buffer>>> = {}

  constructor(text: string) {
    this.text = text
    this.bytes = Buffer.from(text)
  }

  compressed(encoding: Encoding): Promise<Buffer> {
    this.#compressed[encoding] ??= smallest[encoding](this.bytes)
    return this.#compressed[encoding]
  }
}

const zstd = promisify<Buffer, ZstdOptions, Buffer>(zstdCompress)
const deflate = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw)

// Blocks that refer to nothing before them and end on a byte, so that others can follow.
const finishFlush = constants.Z_FULL_FLUSH

/** With the size, zstd takes tables that fit it: clearing those for more takes longer than compressing. */
const zstdOptions = (bytes: Buffer, level: number) => ({
  pledgedSrcSize: bytes.length,
  params: { [constants.ZSTD_c_compressionLevel]: level },
})

const smallest = {
  zstd: (bytes: Buffer) => zstd(bytes, zstdOptions(bytes, 19)),
  // With less memory, blocks are shorter, and their codes fit better: 200 bytes less for the frame's document.
  gzip: (bytes: Buffer) => deflate(bytes, { level: 9, memLevel: 6, finishFlush }),
}

/** A few kilobytes take less time than a thread would. */
const compressSync = {
  zstd: (bytes: Buffer) => zstdCompressSync(bytes, zstdOptions(bytes, 5)),
  gzip: (bytes: Buffer) => deflateRawSync(bytes, { level: 9, memLevel: 5, finishFlush }),
}

/** Concatenates the parts, as frames of zstd or as blocks of one gzip member. */
export async function compressParts(parts: Markup[], encoding: Encoding): Promise<Buffer<ArrayBuffer>> {
  const sources = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part.bytes))
  const compressed = await Promise.all(
    parts.map((part, index) =>
      typeof part === 'string' ? compressSync[encoding](sources[index] as Buffer) : part.compressed(encoding),
    ),
  )
  if (encoding === 'zstd') return Buffer.concat(compressed)
  return Buffer.concat([gzipHead, ...compressed, lastBlock, gzipTail(sources)])
}

const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
const lastBlock = Buffer.from([3, 0])

function gzipTail(sources: Buffer[]): Buffer {
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(sources.reduce((sum, bytes) => crc32(bytes, sum), 0))
  tail.writeUInt32LE(
    sources.reduce((length, bytes) => length + bytes.length, 0),
    4,
  )
  return tail
}
