import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Failure, WrongUsage } from '../failures.ts'
import { textOf } from './text-of.ts'

export type Row = Record<string, string | undefined>

/** The rows of a CSV file (RFC 4180) by the names in its first row, one at a time; empty where a row ends early. */
export async function* csvRows(path: string): AsyncGenerator<Row> {
  let empty: Row | undefined
  const columns = (header: string[]) => {
    const names = header.map((name) => name.trim().toLowerCase())
    empty = Object.fromEntries(names.map((name) => [name, '']))
    return names
  }
  const options = { bom: true, columns, relaxColumnCount: true, skipEmptyLines: true }
  try {
    for await (const row of pipeline(Readable.from(textOf(path)), parse(options), () => {}))
      yield { ...empty, ...row }
  } catch (error) {
    throw error instanceof CsvError ? new Failure(`${path} is not valid CSV: ${error.message}`) : error
  }
  if (!empty) throw new WrongUsage(`${path} is empty`)
}
