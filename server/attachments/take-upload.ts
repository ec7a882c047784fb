import type { IncomingMessage } from 'node:http'
import type { Context as Call } from 'hono'
import { callerId, contextOf } from '../api/context.ts'
import { writeCost } from '../api/prices.ts'
import { spend } from '../cost/allowance.ts'
import { db } from '../database/db.ts'
import { actorOf } from '../events/actor.ts'
import { scopesOf } from '../identity/scopes.ts'
import { isUuid } from '../identity/uuid.ts'
import type { Member } from '../identity/viewer.ts'
import { arriving, Refused } from './arriving.ts'
import { viewerOf } from './holder.ts'
import { inspected } from './inspect.ts'
import { readGrant } from './signed-address.ts'
import { storeFile } from './store-file.ts'

type UploadCall = Call<{ Bindings: { incoming: IncomingMessage } }>

/** Uploads that a caller may send at a time. */
const maxAtOnce = 4
/** Callers of the uploads that are arriving. */
const sending: string[] = []

const cors = { 'access-control-allow-origin': '*' }

/** The frame has an opaque origin, and its PUT is preflighted. The address is the credential. */
export const uploadPreflight = (call: Call) =>
  call.body(null, 204, {
    ...cors,
    'access-control-allow-methods': 'PUT',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '7200',
  })

/** `PUT /uploads/:id`: takes the bytes of a registered file, completely or not at all. */
export async function takeUpload(call: UploadCall, address: string): Promise<Response> {
  try {
    const id = call.req.param('id') ?? ''
    const viewer = await uploaderOf(id, call.req.query('grant'))
    const context = contextOf(viewer, address)
    const { refusal } = await spend(context, writeCost)
    const caller = callerId(context)
    if (refusal || sending.filter((one) => one === caller).length >= maxAtOnce)
      throw new Refused(429, 'Too many uploads: try again later')
    sending.push(caller)
    try {
      await receive(id, viewer, call.env.incoming)
    } finally {
      sending.splice(sending.indexOf(caller), 1)
    }
    return call.body(null, 204, cors)
  } catch (error) {
    const { status, message } = error instanceof Refused ? error : brokenOff(error)
    const retry: Record<string, string> = status === 429 ? { 'retry-after': '10' } : {}
    return call.text(message, status, { ...cors, ...retry, connection: 'close' })
  }
}

function brokenOff(error: unknown): Refused {
  const { code } = error as NodeJS.ErrnoException
  if (code !== 'ECONNRESET') throw error
  return new Refused(400, 'The connection was closed')
}

/** The viewer the address was signed for. */
async function uploaderOf(id: string, grant: string | undefined): Promise<Member> {
  const holder = isUuid(id) && readGrant('upload', id, grant)
  const viewer = holder && (await viewerOf(holder))
  const { writeTickets, importTickets } = scopesOf(viewer || null)
  if (!viewer || !(writeTickets || importTickets))
    throw new Refused(403, 'This address is invalid or has expired: create another upload')
  return viewer
}

async function receive(id: string, viewer: Member, incoming: IncomingMessage): Promise<void> {
  const where = { id, ...actorOf(viewer), messageId: null, key: null }
  const select = { name: true, size: true, website: { select: { attachmentTypes: true } } }
  const upload = await db.attachment.findFirst({ where, select })
  if (!upload) throw new Refused(409, 'This file was already uploaded, or was deleted')
  const { name, size, website } = upload
  if (Number(incoming.headers['content-length'] ?? 0) > size)
    throw new Refused(413, 'The file is larger than declared')
  let type = ''
  const note = (found: string) => {
    type = found
  }
  const bytes = inspected(arriving(incoming, size), { name, allowed: website.attachmentTypes, note })
  const isKept = await storeFile({ bytes, size, typeOf: () => type }, where)
  if (!isKept) throw new Refused(409, 'This file was already uploaded, or was deleted')
}
