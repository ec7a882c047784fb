import { afterAll, expect, test } from 'vitest'
import { newEnvironment, postgres } from '../support/environment.ts'
import { spawnServer } from '../support/process.ts'

const late = [
  'aws4fetch',
  'libmime',
  'mailparser',
  'markdown-it',
  'mjml',
  'nodemailer',
  'sanitize-html',
  'smtp-server',
]

// A process of this role needs a database that others use, too.
test.skipIf(!postgres)('a web process loads renderers on first use', async () => {
  const { variables, remove } = await newEnvironment()
  afterAll(remove)
  const list = new URL('../support/list-packages.ts', import.meta.url)
  const server = spawnServer({ ...variables, ROLE: 'web', NODE_OPTIONS: `--import=${list}` })
  await server.origin
  await server.stop('SIGTERM')
  const packages = /packages: (.*)\./.exec(server.output())?.[1]?.split(' ') ?? []
  expect(packages).toContain('graphql')
  expect(packages.filter((name) => late.includes(name))).toEqual([])
})
