import { Refused } from './arriving.ts'
import { decideType, isAllowed, sampleSize } from './decide-type.ts'

/** Passes a file's bytes on, once its first ones have shown that its type is allowed; `note` gets the type. */
export async function* inspected(
  bytes: AsyncIterable<Buffer>,
  { name, allowed, note }: { name: string; allowed: string[]; note: (type: string) => void },
): AsyncGenerator<Buffer> {
  let waiting: Buffer[] | null = []
  const decide = async (first: Buffer) => {
    const type = await decideType(first.subarray(0, sampleSize), name)
    if (!isAllowed(type, allowed)) throw new Refused(415, `Files of the type ${type} are not accepted`)
    note(type)
    waiting = null
  }
  for await (const chunk of bytes) {
    if (!waiting) yield chunk
    else {
      waiting.push(chunk)
      const first = Buffer.concat(waiting)
      if (first.length < sampleSize) continue
      await decide(first)
      yield first
    }
  }
  if (!waiting) return
  const all = Buffer.concat(waiting)
  await decide(all)
  yield all
}
