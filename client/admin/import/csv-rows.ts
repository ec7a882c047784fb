import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Failure, WrongUsage } from '../failures.ts'

export type Row = Record<string, string | undefined>

/** The rows of a CSV file (RFC 4180) by the names in its first row, one at a time. */
export async function* csvRows(path: string): AsyncGenerator<Row> {
  let isEmpty = true
  const columns = (names: string[]) => {
    isEmpty = false
    return names.map((name) => name.trim().toLowerCase())
  }
  const options = { bom: true, columns, relaxColumnCount: true, skipEmptyLines: true }
  try {
    yield* pipeline(createReadStream(path), parse(options), () => {})
  } catch (error) {
    throw error instanceof CsvError ? new Failure(`${path} is not valid CSV: ${error.message}`) : error
  }
  if (isEmpty) throw new WrongUsage(`${path} is empty`)
}
