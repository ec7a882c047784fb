import { Readable } from 'node:stream'
import { create } from 'content-disposition'
import type { Context as Call } from 'hono'
import { contextOf } from '../api/context.ts'
import { viewerOf } from '../attachments/holder.ts'
import { downloadHeaders } from '../attachments/serve-file.ts'
import { readGrant } from '../attachments/signed-address.ts'
import { storage } from '../attachments/storage/storage.ts'
import { spend } from '../cost/allowance.ts'
import { db } from '../database/db.ts'
import { isUuid } from '../identity/uuid.ts'
import { exportable } from './export.ts'
import { fileName } from './file-name.ts'

/** Points: two statements and a large file. */
const exportCost = 100

const types = { JSONL: 'application/jsonl; charset=utf-8', CSV: 'text/csv; charset=utf-8' }

/** `GET /exports/:id/:name`: an export, if the holder of the address still has the right. */
export async function serveExport(call: Call, address: string): Promise<Response> {
  const id = call.req.param('id') ?? ''
  const holder = isUuid(id) ? readGrant('export', id, call.req.query('grant')) : null
  const viewer = holder && (await viewerOf(holder))
  if (!viewer) return call.notFound()
  const context = contextOf(viewer, address)
  const { refusal } = await spend(context, exportCost)
  if (refusal) return call.text('Too many requests: try again later', 429, { 'retry-after': '10' })
  const where = { id, expiresAt: { gt: new Date() }, ...exportable(context) }
  const row = await db.export.findFirst({ where })
  const found = row?.key ? await storage().read(row.key) : null
  if (!row || !found) return call.notFound()
  const headers = {
    ...downloadHeaders,
    'content-type': types[row.format],
    'content-length': String(found.size),
    'content-disposition': create(fileName(row)),
  }
  if (call.req.method === 'HEAD') {
    found.bytes.destroy()
    return call.body(null, 200, headers)
  }
  return new Response(Readable.toWeb(found.bytes) as ReadableStream, { headers })
}
