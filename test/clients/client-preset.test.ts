import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { generate } from '@graphql-codegen/cli'
import { afterAll, expect, test } from 'vitest'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** A project of its own, with operations in its code. */
const project = mkdtempSync(join(tmpdir(), 'ticket-center-codegen-'))
afterAll(() => rmSync(project, { recursive: true }))

const compilerOptions = {
  ...{ strict: true, skipLibCheck: false, noEmit: true, types: [] },
  ...{ target: 'es2024', module: 'esnext', moduleResolution: 'bundler' },
}

const generated = './graphql/index.js'
const code = `
  import type { ResultOf } from '@graphql-typed-document-node/core'
  import { graphql, useFragment } from '${generated}'

  export const ticketFragment = graphql(\`
    fragment TicketRow on Ticket { id number subject status lastActivityAt customer { email } }\`)
  const list = graphql(\`
    query List($after: String) {
      viewer { __typename ... on Customer { customerEmail: email } ... on Operator { name } }
      tickets(first: 20, after: $after) { edges { node { ...TicketRow } } pageInfo { endCursor hasNextPage } }
    }\`)
  const open = graphql(\`
    mutation Open($input: OpenTicketInput!) {
      openTicket(input: $input) {
        __typename
        ... on OpenTicketPayload { ticket { ...TicketRow } }
        ... on InvalidInput { issues { path message } }
        ... on UserError { message }
      }
    }\`)
  graphql(\`
    subscription Added($ticketId: ID!) {
      messageAdded(ticketId: $ticketId) { id position bodyHtml author { __typename } }
    }\`)

  export function subjects({ tickets }: ResultOf<typeof list>): string[] {
    return tickets?.edges.map(({ node }) => useFragment(ticketFragment, node).subject) ?? []
  }

  export function outcome({ openTicket: result }: ResultOf<typeof open>): string {
    if (!result) return 'forbidden'
    if (result.__typename === 'OpenTicketPayload') return useFragment(ticketFragment, result.ticket).lastActivityAt
    if (result.__typename === 'InvalidInput') return result.issues.map(({ path }) => path.join('.')).join()
    return result.message
  }`

test('graphql-codegen’s client preset generates types from the schema that TypeScript accepts', async () => {
  writeFileSync(join(project, 'main.ts'), code)
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }')
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['main.ts'] }))
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
  await generate(
    {
      schema: join(root, 'schema.graphql'),
      documents: join(project, 'main.ts'),
      generates: {
        [join(project, 'graphql/')]: {
          preset: 'client',
          config: { strictScalars: true, scalars: { DateTime: 'string' }, useTypeImports: true },
        },
      },
      silent: true,
    },
    true,
  )
  const tsc = join(root, 'node_modules/.bin/tsc')
  const { stdout } = await run(tsc, { cwd: project }).catch((error) => error)
  expect(stdout).toBe('')
})
