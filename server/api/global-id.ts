import { z } from 'zod'
import { isUuid } from '../identity/uuid.ts'
import { coded } from './errors.ts'

/** Rule for a global id of one type; returns the database id. */
export const globalId = (typename: string) =>
  z.string().transform((text, check) => {
    const id = localId(typename, text)
    if (id === null) check.addIssue({ code: 'custom', message: `Not a global id of type ${typename}` })
    return id ?? ''
  })

/** The database id in a global id of that type; null if it is invalid. */
export function localId(typename: string, text: string): string | null {
  const decoded = splitGlobalId(text)
  return decoded?.typename === typename ? decoded.id : null
}

export function encodeGlobalID(typename: string, id: string | number | bigint): string {
  return Buffer.from(`${typename}:${id}`).toString('base64url')
}

/** Throws BAD_USER_INPUT for an invalid global id. */
export function decodeGlobalID(text: string) {
  const decoded = splitGlobalId(text)
  if (!decoded) throw coded('BAD_USER_INPUT', 'Not a global id of this API')
  return decoded
}

function splitGlobalId(text: string) {
  const [typename, id, ...rest] = Buffer.from(text, 'base64url').toString('utf8').split(':')
  return typename && id && rest.length === 0 && isUuid(id) ? { typename, id: id.toLowerCase() } : null
}
