import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { filters, migrationList, schemaEngine } from './engine.ts'

/** Brings the database to the newest migration and names those applied. Processes that start together wait for each other. */
export async function migrate(adapters: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  // The engine never gives its connection back by itself.
  const opened: SqlDriverAdapter[] = []
  const connect = async () => {
    const adapter = await adapters.connect()
    opened.push(adapter)
    return adapter
  }
  const { provider, adapterName } = adapters
  const engine = await schemaEngine({ provider, adapterName, connect, connectToShadowDb: connect })
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationList(),
      filters,
    })
    return appliedMigrationNames
  } finally {
    await Promise.all(opened.map((adapter) => adapter.dispose()))
  }
}
