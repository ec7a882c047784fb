import { domainToASCII } from 'node:url'
import { canonicalEmail, isEmail } from '../identity/email.ts'
import { type Field, valuesOf } from './parsing/header.ts'

/** Maximum characters of a From field. */
const maxFromLength = 1_000

/**
 * The email's only sender, by its From: an address, or a name and an address in angle brackets. Null for anything that
 * two programs could read differently: several addresses or fields, groups, comments, brackets outside quotation marks,
 * or an `@` outside quotation marks, unless the name is the address itself (Exchange, Android).
 */
export function senderOf(fields: Field[]): string | null {
  const [from = '', ...others] = valuesOf(fields, 'from')
  if (others.length > 0 || from.length > maxFromLength) return null
  const named = /^((?:"(?:[^"\\]|\\.)*"|[^"<>(),;:\\])*)<([^<>]*)>$/.exec(from)
  const email = canonicalEmail(named?.[2] ?? from)
  const name = named?.[1]?.replace(/"(?:[^"\\]|\\.)*"/g, '').trim() ?? ''
  const clear = !name.includes('@') || canonicalEmail(name.replace(/^'(.*)'$/, '$1')) === email
  return clear && isEmail(email) ? email : null
}

/** Whether two addresses are the same: an international domain may be written in Unicode or as `xn--` (RFC 5890). */
export function isSameMailbox(one: string, other: string): boolean {
  return one === other || asciiDomain(one) === asciiDomain(other)
}

function asciiDomain(email: string): string {
  const at = email.lastIndexOf('@') + 1
  // An invalid domain stays as it is; otherwise all invalid ones would be the same.
  return email.slice(0, at) + (domainToASCII(email.slice(at)) || email.slice(at))
}
