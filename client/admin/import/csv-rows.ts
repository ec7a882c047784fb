import { createReadStream } from 'node:fs'
import { WrongUsage } from '../failures.ts'

/** The rows of a CSV file (RFC 4180) by the names in its first row, one at a time. */
export async function* csvRows(path: string): AsyncGenerator<Record<string, string>> {
  let names: string[] | undefined
  for await (const cells of cellsOf(path)) {
    if (cells.length === 1 && cells[0] === '') continue
    if (names) yield Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
    else names = cells.map((name) => name.replace('\ufeff', '').trim().toLowerCase())
  }
  if (!names) throw new WrongUsage(`${path} is empty`)
}

async function* cellsOf(path: string): AsyncGenerator<string[]> {
  let [cells, cell, quoted, closing] = [[] as string[], '', false, false]
  for await (const chunk of createReadStream(path, 'utf8')) {
    for (const letter of chunk as string) {
      if (quoted && letter === '"') [quoted, closing] = [false, true]
      else if (quoted) cell += letter
      // Two quotation marks stand for one.
      else if (letter === '"' && closing) [cell, quoted, closing] = [`${cell}"`, true, false]
      else if (letter === '"' && cell === '') quoted = true
      else if (letter === ',') [cells, cell, closing] = [[...cells, cell], '', false]
      else if (letter === '\n') {
        yield [...cells, cell]
        ;[cells, cell, closing] = [[], '', false]
      } else if (letter !== '\r') cell += letter
    }
  }
  if (cell !== '' || cells.length > 0) yield [...cells, cell]
}
