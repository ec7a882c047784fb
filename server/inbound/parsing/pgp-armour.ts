const begin = '-----BEGIN PGP SIGNED MESSAGE-----'
const signature = '-----BEGIN PGP SIGNATURE-----'
const end = '-----END PGP SIGNATURE-----'

/** The text inside a clear-text signature (RFC 4880, 7); any other text unchanged. */
export function withoutArmour(text: string): string {
  const from = text.indexOf(begin)
  const to = text.indexOf(signature, from)
  const last = text.indexOf(end, to)
  if (from === -1 || to === -1 || last === -1) return text
  // The first line is followed by lines that name the hash, and a blank one.
  const signed = text.slice(from + begin.length, to).replace(/^\s*(?:Hash: [^\n]{1,100}\n)*\r?\n/, '')
  return text.slice(0, from) + signed.replace(/^- /gm, '') + text.slice(last + end.length)
}
