import { readFileSync, writeFileSync } from 'node:fs'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from './schema.ts'

/** The SDL as it is committed and served. */
export const sdl = `${printSchema(lexicographicSortSchema(schema))}\n`

if (import.meta.main) {
  const file = new URL('../schema.graphql', import.meta.url)
  if (!process.argv.includes('--check')) writeFileSync(file, sdl)
  else if (readFileSync(file, 'utf8') !== sdl) {
    console.error('schema.graphql is stale: run `npm run codegen`')
    process.exitCode = 1
  }
}
