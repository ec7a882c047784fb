import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { filters, migrationList, schemaEngine } from './engine.ts'

/** Brings the database to the newest migration and names those applied. Processes that start together wait for each other. */
export async function migrate(adapters: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  const engine = await schemaEngine(adapters)
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrationList(), filters })
  return appliedMigrationNames
}
