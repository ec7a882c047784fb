/** The frame's own arguments with some replaced, or removed if null; the rest stays as the page wrote it. */
export function withArguments(search: string, changes: Record<string, string | null>): string {
  const kept = search
    .replace(/^\?/, '')
    .split('&')
    .filter((argument) => argument !== '' && !(nameOf(argument) in changes))
  const added = Object.entries(changes).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return `?${[...kept, ...added].join('&')}`
}

/** The changes that remove what fills in the form of a new ticket. With any of it, a loaded frame opens the form. */
export function withoutPrefilled(search: string): Record<string, null> {
  const names = [...new URLSearchParams(search).keys()].map(withoutIndex)
  const prefilled = names.filter((name) => /^(?:subject$|body$|category$|field\.)/.test(name))
  return Object.fromEntries(prefilled.map((name) => [name, null]))
}

const nameOf = (argument: string) => withoutIndex([...new URLSearchParams(argument).keys()][0] ?? '')
const withoutIndex = (name: string) => name.replace(/\[.*$/, '')
