/** The address in its normal form when it is one of the web (http or https), else null: `javascript:` and the like lead nowhere. */
export function webAddress(text: string | null): string | null {
  const url = text === null ? null : URL.parse(text)
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}

/** An address of this server, without which an email may not go out: throws when it is none. */
export function ownAddress(text: string): string {
  const address = webAddress(text)
  if (address === null) throw new Error('An email lacks the address of a page')
  return address
}
