import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { EmbeddedAdapter } from '../server/embedded.ts'
import { filters, migrationList, schemaEngine, schemaPath } from './engine.ts'

/** The SQL that leads from what the migrations make to what schema.prisma says; null when they agree. */
export async function drift(): Promise<string | null> {
  const lite = await PGlite.create()
  const engine = await schemaEngine(new EmbeddedAdapter(lite))
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
  await lite.close()
  return exitCode === 0 ? null : stdout
}
