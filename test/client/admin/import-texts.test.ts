import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { csvRows } from '../../../client/admin/import/csv-rows.ts'
import { jsonValues } from '../../../client/admin/import/json-values.ts'
import { csv } from '../../../client/admin/import/vendors/csv.ts'
import { all, file } from './import-file.ts'

test('a table with an unknown author or status is refused before its first ticket', async () => {
  const head = 'ticket,subject,customer_email,author,created_at,body,status'
  const table = (author: string, status: string) =>
    file(`${head}\nA-1,Hi,jane@example.com,${author},2022-03-01,Hi,${status}\n`)
  const [ticket] = await all(csv([table(' Customer', 'OPEN ')]))
  expect(ticket).toMatchObject({ status: 'OPEN', messages: [{ author: { kind: 'CUSTOMER' } }] })
  await expect(csv([table('agent', '')]).next()).rejects.toThrow(
    'the author in a row of ticket A-1 is “agent”. It must be one of: customer, operator, other',
  )
  await expect(csv([table('other', 'closed')]).next()).rejects.toThrow(
    'must be one of: open, pending, solved',
  )
})

describe('a text', () => {
  test.for([
    ['UTF-8', 'utf8', ''],
    ['UTF-16 with a byte order mark', 'utf16le', '\ufeff'],
  ] as const)('may be in %s', async ([, encoding, mark]) => {
    const [tickets, rows] = ['[{"id":"ü👋"}]', 'id\nü👋\n'].map((text) =>
      file(Buffer.from(mark + text, encoding)),
    )
    expect(await all(jsonValues(tickets ?? ''))).toEqual([{ id: 'ü👋' }])
    expect(await all(csvRows(rows ?? ''))).toEqual([{ id: 'ü👋' }])
  })

  test.for([
    ['in another encoding', Buffer.from('id\n"Größe"\n', 'latin1')],
    ['that is compressed', gzipSync('id\n1\n')],
    ['that ends inside a letter', Buffer.from('"ü').subarray(0, 2)],
  ] as const)('is refused %s, never read with other letters', async ([, content]) => {
    await expect(all(jsonValues(file(content)))).rejects.toThrow('is not UTF-8 text')
    await expect(all(csvRows(file(content)))).rejects.toThrow('is not UTF-8 text')
  })
})
