import { createReadStream } from 'node:fs'
import { Failure } from '../failures.ts'

export type Json = Record<string, unknown>

/** Maximum characters of one object. */
const maxLength = 64_000_000

/**
 * The objects of a file, one at a time: on lines of their own, in an array, or in pages as an API returns them. The file
 * itself is never in memory.
 */
export async function* jsonValues(path: string): AsyncGenerator<Json> {
  const splitter = new Splitter()
  for await (const chunk of createReadStream(path, 'utf8')) {
    for (const text of splitter.add(chunk)) yield* itemsOf(parse(text, path))
  }
  if (splitter.isInside) throw new Failure(`${path} ends in the middle of an object`)
}

function parse(text: string, path: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure(`${path} contains an object that is not valid JSON: ${text.slice(0, 60)}`)
  }
}

/** Names of the lists in pages of APIs. */
const lists = ['tickets', 'users', 'conversations', 'data']

/** The items of a page, or the object itself. */
function itemsOf(value: Json): Json[] {
  const name = lists.find((name) => Array.isArray(value[name]) && value.id === undefined && !value.session_id)
  return name ? (value[name] as Json[]) : [value]
}

const [quote, backslash, open, close] = [0x22, 0x5c, 0x7b, 0x7d]

/** Finds where objects begin and end, by braces outside strings. */
class Splitter {
  #text = ''
  #start = -1
  #depth = 0
  #inString = false
  #escaped = false

  get isInside(): boolean {
    return this.#depth > 0
  }

  *add(chunk: string): Generator<string> {
    const from = this.#text.length
    this.#text += chunk
    for (let at = from; at < this.#text.length; at++) {
      const end = this.#step(this.#text.charCodeAt(at), at)
      if (end) yield this.#text.slice(end.from, at + 1)
    }
    this.#text = this.#start < 0 ? '' : this.#text.slice(this.#start)
    if (this.#start > 0) this.#start = 0
    if (this.#text.length > maxLength) throw new Failure('The file has an object of more than 64 MB')
  }

  /** Where the object began that ends with this character. */
  #step(code: number, at: number): { from: number } | undefined {
    if (this.#escaped) this.#escaped = false
    else if (this.#inString) {
      if (code === backslash) this.#escaped = true
      else if (code === quote) this.#inString = false
    } else if (code === quote) this.#inString = this.#depth > 0
    else if (code === open && this.#depth++ === 0) this.#start = at
    else if (code === close && --this.#depth === 0) {
      const from = this.#start
      this.#start = -1
      return { from }
    }
    return undefined
  }
}
