import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startHere } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { newEnvironment, postgres } from '../support/environment.ts'
import { spawnServer } from '../support/process.ts'
import { createTestWebsite } from '../support/website.ts'

const open = 'mutation ($input: OpenTicketInput!) { openTicket(input: $input) { __typename } }'
const dying = `--import=${new URL('./dying-thread.ts', import.meta.url)}`

describe.skipIf(postgres)('a server whose embedded database dies', () => {
  test.for(['throw', 'exit'])(
    'by %s reports it and exits; restarted, it has everything that it acknowledged',
    async (way) => {
      const { variables, remove } = await newEnvironment()
      onTestFinished(remove)
      const server = spawnServer({ ...variables, NODE_OPTIONS: dying })
      const website = await createTestWebsite(await server.origin, variables.ROOT_KEY ?? '')
      const acknowledged: string[] = []
      const codes = new Set<unknown>()
      let over = false
      async function write(writer: number) {
        for (let count = 0; !over; count++) {
          const subject = `${writer}-${count}`
          const input = { subject, body: 'Hi', customerEmail: 'jane@example.com' }
          const answer = await website.key.send(open, { input }).catch(() => 'gone' as const)
          if (answer === 'gone') over = true
          else if (answer.errors) codes.add(answer.errors[0]?.extensions.code)
          else acknowledged.push(subject)
        }
      }
      const writers = Array.from({ length: 10 }, (_, writer) => write(writer))
      await expect.poll(() => acknowledged.length).toBeGreaterThan(20)
      const sign = join(variables.DATA_DIR ?? '', way)
      writeFileSync(sign, '')
      expect(await server.exited).toEqual({ code: 1, signal: null })
      await Promise.all(writers)
      expect([...codes]).toEqual(['UNAVAILABLE'])
      expect(server.output()).toContain('embedded database stopped; exiting to be restarted')

      rmSync(sign)
      const next = await startHere(variables)
      onTestFinished(next.stop)
      const key = apiClient(next.origin, website.apiKey)
      const subjects = new Set<string>()
      for (let after: string | null = null; ; ) {
        const { tickets } = await key.ask(
          'query ($after: String) { tickets(first: 100, after: $after) { edges { node { subject } } pageInfo { hasNextPage endCursor } } }',
          { after },
        )
        for (const { node } of tickets.edges) subjects.add(node.subject)
        if (!tickets.pageInfo.hasNextPage) break
        after = tickets.pageInfo.endCursor
      }
      expect(acknowledged.filter((subject) => !subjects.has(subject))).toEqual([])
    },
  )
})
