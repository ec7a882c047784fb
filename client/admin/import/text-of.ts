import { createReadStream } from 'node:fs'
import { Failure } from '../failures.ts'

/** The text of a file, a part at a time: UTF-8, or UTF-16 with a byte order mark. Nothing is replaced by a `\ufffd`. */
export async function* textOf(path: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  const decode = (bytes?: Buffer) => {
    try {
      return decoder?.decode(bytes, { stream: bytes !== undefined }) ?? ''
    } catch {
      throw new Failure(`${path} is not UTF-8 text: unpack it if it is compressed, or save it as UTF-8`)
    }
  }
  for await (const bytes of createReadStream(path)) {
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true })
    yield decode(bytes)
  }
  yield decode()
}

function encodingOf([first, second]: Buffer): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
