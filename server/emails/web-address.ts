/** The normalized address if it is http or https, otherwise null: `javascript:` and the like are refused. */
export function webAddress(text: string | null): string | null {
  const url = text === null ? null : URL.parse(text)
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}

/** An address of this server. Throws if it is invalid, as no email may go out without one. */
export function ownAddress(text: string): string {
  const address = webAddress(text)
  if (address === null) throw new Error('An email lacks the address of a page')
  return address
}
