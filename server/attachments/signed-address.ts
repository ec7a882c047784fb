import { z } from 'zod'
import { publicOrigin } from '../http/public-origin.ts'
import { signJwt, verifyJwt } from '../identity/jwt.ts'
import { sessionKeys } from '../identity/session.ts'
import type { Member } from '../identity/viewer.ts'
import { keys } from '../keys/keys.ts'
import { type Holder, holder, holderOf } from './holder.ts'

const minute = 60_000
/** Milliseconds in which an upload must begin. */
const uploadTime = 15 * minute
/** A file's address stays the same for this long, and opens for up to twice as long. */
const fileTime = 60 * minute

type Use = 'upload' | 'file' | 'preview' | 'export'

const grant = z.object({ sub: z.string(), holder })

/** Signed for one viewer, who must still have the right when it is used: docs/decisions/0013. */
function sign(use: Use, id: string, viewer: Member, issued: number, expires: Date): string {
  const claims = { sub: id, holder: holderOf(viewer) }
  return signJwt(claims, use, expires, keys().session, issued)
}

/** Where to PUT the bytes of an upload. */
export function uploadAddress(id: string, viewer: Member): { url: string; expiresAt: Date } {
  const now = Date.now()
  const expiresAt = new Date(now + uploadTime)
  const url = `${publicOrigin()}/uploads/${id}?grant=${sign('upload', id, viewer, now, expiresAt)}`
  return { url, expiresAt }
}

/** Where to get a file or its preview. */
export function fileAddress(use: 'file' | 'preview', id: string, name: string, viewer: Member): string {
  const issued = Math.floor(Date.now() / fileTime) * fileTime
  const grant = sign(use, id, viewer, issued, new Date(issued + 2 * fileTime))
  return `${publicOrigin()}/files/${id}/${encodeURIComponent(name)}?grant=${grant}`
}

/** Where to get an export, until it expires. */
export function exportAddress(id: string, name: string, viewer: Member, expiresAt: Date): string {
  const grant = sign('export', id, viewer, Date.now(), expiresAt)
  return `${publicOrigin()}/exports/${id}/${name}?grant=${grant}`
}

/** The viewer this was signed for; null unless the signature is valid for this use and id, and has not expired. */
export function readGrant(use: Use, id: string, text: string | undefined): Holder | null {
  for (const { key } of text ? sessionKeys() : []) {
    const { data } = grant.safeParse(verifyJwt(text ?? '', use, key.session))
    if (data?.sub === id) return data.holder
  }
  return null
}
