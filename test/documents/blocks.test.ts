import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newEnvironment } from '../support/environment.ts'
import { type ServerProcess, spawnServer } from '../support/process.ts'
import { blocksOf, documents, root, textOf } from './markdown.ts'

// One demo for all documents, as with `npm start`: the embedded database, and its own keys.
const { variables, remove } = await newEnvironment()
const { DATA_DIR = '' } = variables
let server: ServerProcess
const folder = mkdtempSync(join(tmpdir(), 'ticket-center-documents-'))
// Without a test to run, neither of these two runs.
beforeAll(() => {
  server = spawnServer({ DATA_DIR, PORT: '0', COST_PER_MINUTE: '1000' })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
  remove()
})
for (const name of ['package.json', 'node_modules', 'client', 'docs', 'server', 'prisma', 'test']) {
  symlinkSync(join(root, name), join(folder, name))
}
symlinkSync(DATA_DIR, join(folder, 'data'))

/** Runs the shell blocks of a document in order, in one shell that stops at the first failure. */
function run(origin: string, blocks: { code: string; line: number }[]) {
  const parts = blocks.map(({ code, line }) => `echo "line ${line}:"\n${code}`)
  const script = parts.join('\n').replaceAll('http://localhost:4000', origin)
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const env = { PATH, HOME, NODE_COMPILE_CACHE, PORT: new URL(origin).port }
  return new Promise<{ code: number; output: string }>((resolve) => {
    execFile('bash', ['-ec', script], { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: `${stdout}\n${stderr}` }),
    )
  })
}

const shown = documents.flatMap((path) => {
  const blocks = blocksOf(textOf(path)).filter(({ language }) => language === 'sh')
  return blocks.length > 0 ? [{ path, blocks }] : []
})

test.for(shown)('the commands in $path work as written', async ({ path, blocks }) => {
  // The key of a website that the previous document created.
  rmSync(join(DATA_DIR, 'admin.key'), { force: true })
  const { code, output } = await run(await server.origin, blocks)
  expect(code, `${path}: ${output}`).toBe(0)
  expect(output).not.toMatch(/"errors":|"__typename":"(NotFound|Conflict|InvalidInput|NotAllowed)"/)
})
