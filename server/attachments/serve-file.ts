import { Readable } from 'node:stream'
import { create } from 'content-disposition'
import type { Context as Call } from 'hono'
import { contextOf } from '../api/context.ts'
import { spend } from '../cost/allowance.ts'
import { db } from '../database/db.ts'
import { isUuid } from '../identity/uuid.ts'
import { attachedFor } from './attachment.ts'
import { viewerOf } from './holder.ts'
import { readGrant } from './signed-address.ts'
import { storage } from './storage/storage.ts'

/** Points: two statements and a file. */
export const fileCost = 20

/** Browsers neither run a file nor let it load anything, even if it is opened on its own. */
export const downloadHeaders = {
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Pictures that all browsers show, and none runs. */
const shownTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])

/**
 * `GET /files/:id/:name`: a file or its preview, if the holder of the address may still see its ticket. Browsers show
 * previews, and with `show` pictures; everything else is saved: docs/decisions/0023.
 */
export async function serveFile(call: Call, address: string): Promise<Response> {
  const id = call.req.param('id') ?? ''
  const grant = call.req.query('grant')
  const original = isUuid(id) ? readGrant('file', id, grant) : null
  const holder = original ?? (isUuid(id) ? readGrant('preview', id, grant) : null)
  const viewer = holder && (await viewerOf(holder))
  if (!viewer) return call.notFound()
  const { refusal } = await spend(contextOf(viewer, address), fileCost)
  if (refusal) return call.text('Too many requests: try again later', 429, { 'retry-after': '10' })
  const file = await db.attachment.findFirst({ where: { id, state: 'CLEAN', AND: [attachedFor(viewer)] } })
  const key = original ? file?.key : file?.previewKey
  const found = file && key ? await storage().read(key) : null
  if (!file || !found) return call.notFound()
  const isShown = !original || (call.req.query('show') !== undefined && shownTypes.has(file.type))
  const type = isShown ? 'inline' : 'attachment'
  const headers = {
    ...downloadHeaders,
    'content-type': original ? file.type : 'image/webp',
    'content-length': String(found.size),
    'content-disposition': create(original ? file.name : `${file.name}.webp`, { type }),
  }
  if (call.req.method === 'HEAD') {
    found.bytes.destroy()
    return call.body(null, 200, headers)
  }
  return new Response(Readable.toWeb(found.bytes) as ReadableStream, { headers })
}
