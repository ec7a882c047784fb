import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect } from 'vitest'
import { apiClient, type Client } from '../support/client.ts'
import { newEnvironment } from '../support/environment.ts'
import { spawnServer } from '../support/process.ts'
import { announce, png, put } from '../support/upload.ts'
import { createTestWebsite } from '../support/website.ts'

/** What a store of files holds, given the server's variables. */
type Keys = (variables: Record<string, string>) => string[]

/**
 * Kills a server in the middle of an upload. `check`, with another server over the same data: it takes the upload again,
 * and a day later nothing but that file is stored.
 */
export async function killDuringUpload(extra: Record<string, string>, keysIn: Keys) {
  const environment = await newEnvironment()
  const variables = { ...environment.variables, ...extra }
  const server = spawnServer(variables)
  afterAll(() => server.stop())
  const website = await createTestWebsite(await server.origin, variables.ROOT_KEY ?? '')
  const { token, ...jane } = await website.customer('jane@example.com')
  const bytes = Buffer.concat([png(), Buffer.alloc(2_000_000)])
  const { id, url } = await announce(jane as Client, { bytes })
  const { port, pathname, search } = new URL(url)
  const socket = connect({ host: '127.0.0.1', port: Number(port) }).on('error', () => {})
  socket.write(
    `PUT ${pathname}${search} HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${bytes.length}\r\n\r\n`,
  )
  socket.write(bytes.subarray(0, 1_000_000))
  while (keysIn(variables).length === 0) await setTimeout(20)
  await server.stop('SIGKILL')
  socket.destroy()
  const broken = keysIn(variables)

  async function check(origin: string): Promise<void> {
    const { db } = await import('../../server/database/db.ts')
    const { deleteFiles } = await import('../../server/attachments/delete-files.ts')
    const due = { key: { in: broken }, dueAt: { gt: new Date() } }
    expect(await db.fileToDelete.count({ where: due })).toBe(1)
    expect((await put(`${origin}${pathname}${search}`, bytes)).status).toBe(204)
    const input = { subject: 'Help', body: 'Please', attachmentIds: [id] }
    const selection = 'ticket { lastMessage { attachments { url } } }'
    const { ticket } = await apiClient(origin, token).run('openTicket', input, selection)

    await db.fileToDelete.updateMany({ data: { dueAt: new Date() } })
    await deleteFiles()
    const { key, previewKey } = await db.attachment.findFirstOrThrow()
    expect(keysIn(variables)).toEqual([key, previewKey].sort())
    const response = await fetch(ticket.lastMessage.attachments[0].url)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
  }
  return { environment, check }
}
