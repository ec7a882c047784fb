import { JSONParser } from '@streamparser/json'
import { Failure } from '../failures.ts'
import { textOf } from './text-of.ts'

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
  for await (const text of textOf(path)) {
    if (text.trim() === '') continue
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

/** Whether a value is an object, not a list. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The items of a page, or the object itself; nothing for any other value. */
function itemsOf(value: unknown): Json[] {
  if (!isObject(value)) return []
  const isItem = value.id !== undefined || value.session_id !== undefined
  const found = isItem ? [] : lists.map((name) => value[name]).filter(Array.isArray)
  return found.length > 0 ? found.flat().filter(isObject) : [value]
}
