/** The frame's own arguments with some replaced, or removed if null; the rest stays as the page wrote it. */
export function withArguments(search: string, changes: Record<string, string | null>): string {
  const kept = search
    .replace(/^\?/, '')
    .split('&')
    .filter((argument) => argument !== '' && !(decodeName(argument) in changes))
  const added = Object.entries(changes).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return `?${[...kept, ...added].join('&')}`
}

const decodeName = (argument: string) => argument.split('=')[0]?.replace(/(\[|%5B).*$/i, '') ?? ''
