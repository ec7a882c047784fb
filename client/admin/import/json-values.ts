import { createReadStream } from 'node:fs'
import { JSONParser } from '@streamparser/json'
import { Failure } from '../failures.ts'

export type Json = Record<string, unknown>

/**
 * The objects of a file, one at a time: on lines of their own, in an array, or in pages as an API returns them. Only one
 * object or page is in memory.
 */
export async function* jsonValues(path: string): AsyncGenerator<Json> {
  const found: Json[] = []
  let parser: JSONParser | undefined
  const parse = (work: () => void) => {
    try {
      work()
    } catch (error) {
      throw new Failure(`${path} is not complete, valid JSON: ${(error as Error).message}`)
    }
  }
  for await (const chunk of createReadStream(path, 'utf8')) {
    const text = parser ? chunk : chunk.replace(/^\ufeff/, '')
    parser ??= createParser(text, found)
    parse(() => parser?.write(text))
    for (const value of found.splice(0)) yield* itemsOf(value)
  }
  parse(() => parser?.end())
}

/** A parser that adds to `found` what is complete: each value of the file, or each item where it begins with an array. */
function createParser(start: string, found: Json[]): JSONParser {
  const paths = [/^\s*\[/.test(start) ? '$.*' : '$']
  const parser = new JSONParser({ paths, separator: '', keepStack: false })
  parser.onValue = ({ value }) => void found.push(value as unknown as Json)
  return parser
}

/** Names of the lists in pages of APIs. */
const lists = ['tickets', 'users', 'conversations', 'data']

/** The items of a page, or the object itself. */
function itemsOf(value: Json): Json[] {
  const isItem = value.id !== undefined || value.session_id !== undefined
  const found = isItem ? [] : lists.map((name) => value[name]).filter(Array.isArray)
  return found.length > 0 ? found.flat() : [value]
}
