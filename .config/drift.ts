import { readFileSync } from 'node:fs'
import { ColumnTypeEnum, type SqlDriverAdapter, type SqlQuery } from '@prisma/driver-adapter-utils'
import type { QueryResult } from 'pg'
import { filters, migrationList, schemaEngine, schemaPath } from '../prisma/engine.ts'
import { Adapter } from '../server/database/adapter.ts'
import { openEmbedded } from '../server/database/embedded.ts'

/** The SQL that turns the result of the migrations into schema.prisma; null if they agree. */
export async function drift(): Promise<string | null> {
  const [database, shadow] = await Promise.all([openEmbedded(), openEmbedded()])
  const adapters = new Adapter(database.writes)
  const connectToShadowDb = async () => describable(await new Adapter(shadow.writes).connect())
  const engine = await schemaEngine(Object.assign(adapters, { connectToShadowDb }))
  const { exitCode, stdout } = await engine.diff({
    from: { tag: 'migrations', ...migrationList() },
    to: {
      tag: 'schemaDatamodel',
      files: [{ path: 'schema.prisma', content: readFileSync(schemaPath, 'utf8') }],
    },
    script: true,
    exitCode: true,
    filters,
  })
  await Promise.all([database.close(), shadow.close()])
  return exitCode === 0 ? null : stdout
}

/** PostgreSQL's catalog has columns of the type "char" (18), which the adapter does not know. */
function describable(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const reader = adapter as SqlDriverAdapter & { performIO(query: SqlQuery): Promise<QueryResult> }
  const performIO = reader.performIO.bind(reader)
  const queryRaw = reader.queryRaw.bind(reader)
  let chars: number[] = []
  return Object.assign(reader, {
    async performIO(query: SqlQuery) {
      const result = await performIO(query)
      chars = result.fields.flatMap(({ dataTypeID }, index) => (dataTypeID === 18 ? index : []))
      for (const index of chars) Object.assign(result.fields[index] ?? {}, { dataTypeID: 25 })
      return result
    },
    async queryRaw(query: SqlQuery) {
      const rows = await queryRaw(query)
      for (const index of chars) rows.columnTypes[index] = ColumnTypeEnum.Character
      return rows
    },
  })
}
