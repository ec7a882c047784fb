import { promisify } from 'node:util'
import { constants, crc32, deflateRaw, type ZlibOptions } from 'node:zlib'

const deflated = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw)
const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
const lastBlock = Buffer.from([3, 0])

/** Markup shared by many documents: compressed on first use, and cached. */
export class SharedMarkup {
  readonly text: string
  readonly bytes: Buffer
  #deflated?: Promise<Buffer>

  constructor(text: string) {
    this.text = text
    this.bytes = Buffer.from(text)
  }

  deflated(): Promise<Buffer> {
    this.#deflated ??= deflate(this.bytes, constants.Z_BEST_COMPRESSION)
    return this.#deflated
  }
}

export type Markup = string | SharedMarkup

/** Concatenates the parts into one gzip member. */
export async function gzip(parts: Markup[]): Promise<Buffer> {
  const sources = parts.map(sourceOf)
  const blocks = await Promise.all(sources.map(({ deflated }) => deflated))
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(sources.reduce((sum, { bytes }) => crc32(bytes, sum), 0))
  const length = sources.reduce((length, { bytes }) => length + bytes.length, 0)
  tail.writeUInt32LE(length, 4)
  return Buffer.concat([head, ...blocks, lastBlock, tail])
}

function sourceOf(part: Markup): { bytes: Buffer; deflated: Promise<Buffer> } {
  if (typeof part !== 'string') return { bytes: part.bytes, deflated: part.deflated() }
  const bytes = Buffer.from(part)
  return { bytes, deflated: deflate(bytes) }
}

/** Blocks that refer to nothing before them and end on a byte, so that others can follow. */
function deflate(bytes: Buffer, level = constants.Z_DEFAULT_COMPRESSION): Promise<Buffer> {
  return deflated(bytes, { level, finishFlush: constants.Z_FULL_FLUSH })
}
