import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

// Generates the Prisma client if it is stale.
const root = join(import.meta.dirname, '..')
const modified = (path: string) => statSync(join(root, path)).mtimeMs
const generated = 'prisma/generated/pothos.ts'

if (!existsSync(join(root, generated)) || modified(generated) < modified('prisma/schema.prisma')) {
  const prisma = join(root, 'node_modules/prisma/build/index.js')
  execFileSync(process.execPath, [prisma, 'generate'], { cwd: root, stdio: 'pipe' })
}
