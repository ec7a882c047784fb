/** What systems call these types otherwise, or know by their ending only. */
const endings: Record<string, string> = {
  'application/gzip': '.gz,.tgz',
  'application/rtf': '.rtf',
  'application/x-7z-compressed': '.7z',
  // Documents of older office programs.
  'application/x-cfb': '.doc,.xls,.ppt,.msg',
  'application/zip': '.zip',
  'image/heic': '.heic',
  'text/csv': '.csv',
}

/**
 * The `accept` of a file input for a website's list of types: empty if it accepts nothing. Undefined with plain text, which
 * the server finds in files of any name: a filter would hide them.
 */
export function acceptOf(types: string[]): string | undefined {
  if (types.includes('text/plain') || types.includes('text/*')) return undefined
  return types.map((type) => [type, endings[type]].filter(Boolean).join(',')).join(',')
}
