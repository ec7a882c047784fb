import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type * as Engine from '@prisma/schema-engine-wasm/schema_engine_bg'

export const schemaPath = join(import.meta.dirname, 'schema.prisma')
export const migrationsPath = join(import.meta.dirname, 'migrations')
export const filters = { externalTables: [], externalEnums: [] }

/** Prisma's own schema engine in WebAssembly: no binary to download, and it works on both databases. */
export async function schemaEngine(adapters: SqlMigrationAwareDriverAdapterFactory) {
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const engine: typeof Engine & { __wbg_set_wasm(exports: unknown): void } = await import(glue)
  const module = await WebAssembly.instantiate(readFileSync(glue.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports,
  })
  engine.__wbg_set_wasm(module.instance.exports)
  ;(module.instance.exports.__wbindgen_start as () => void)()
  return engine.SchemaEngine.new(
    { datamodels: [['schema.prisma', readFileSync(schemaPath, 'utf8')]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapters),
  )
}

/** The migration folders, in Prisma's layout. */
export function migrationList(): Engine.MigrationList {
  const folders = readdirSync(migrationsPath, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return {
    baseDir: migrationsPath,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(migrationsPath, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: folders
      .map(({ name }) => name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: readFileSync(join(migrationsPath, name, 'migration.sql'), 'utf8') },
        },
      })),
  }
}
