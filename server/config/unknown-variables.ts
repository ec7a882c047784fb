/** Prefixes of our variables that other programs rarely use. */
const families = /^(SMTP|MAIL|INBOUND|DATABASE|METRICS|STORAGE|SCAN|TICKET_CENTER)_/
/** What container platforms add for a service called `smtp`, and variables of Node. */
const foreign = /_SERVICE_(HOST|PORT)|_PORT_\d+_|^(NODE|NPM|VITE)_/

/** Unknown variables that look like ours, each with the one that may be meant: `SMTP_HOST (SMTP_URL?)`. */
export function unknownVariables(given: readonly string[], known: readonly string[]): string[] {
  return given
    .filter((name) => !known.includes(name) && !foreign.test(name.toUpperCase()))
    .flatMap((name) => {
      const meant = misspelled(name, known) ?? shortened(name, known) ?? relative(name, known)
      return meant ? [`${name} (${meant}?)`] : []
    })
}

function misspelled(name: string, known: readonly string[]): string | undefined {
  const near = (other: string) =>
    Math.abs(plain(name).length - plain(other).length) <= allowance(plain(other))
  const nearest = nearestTo(
    name,
    known.filter((other) => near(other) && !foreign.test(other)),
  )
  return nearest && distance(plain(name), plain(nearest)) <= allowance(plain(nearest)) ? nearest : undefined
}

/** The beginning of one of ours, of two words or more: `KEEP_ALIVE`. */
function shortened(name: string, known: readonly string[]): string | undefined {
  if (!name.includes('_')) return undefined
  return known.find(
    (other) => plain(other).startsWith(plain(name)) && plain(name).length >= plain(other).length / 2,
  )
}

function relative(name: string, known: readonly string[]): string | undefined {
  const [family] = families.exec(name.toUpperCase()) ?? []
  return (
    family &&
    nearestTo(
      name,
      known.filter((other) => other.startsWith(family)),
    )
  )
}

function nearestTo(name: string, known: readonly string[]): string | undefined {
  const distances = known.map((other) => distance(plain(name), plain(other)))
  return known[distances.indexOf(Math.min(...distances))]
}

/** Without what people spell differently: case, separators, plurals and participles (`TRUSTED_PROXIES`). */
const plain = (name: string) =>
  (name.includes('_') ? stems(name.toUpperCase()) : name.toUpperCase())
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^TICKETCENTER/, '')

const stems = (name: string) => name.replace(/IES(?=_|$)/g, 'Y').replace(/(?<=[A-Z]{3})(?:ED|S)(?=_|$)/g, '')

/** Maximum typing errors: short names are too similar to others. */
function allowance({ length }: string): number {
  if (length < 6) return 0
  return length < 10 ? 1 : 2
}

/** How many letters must be inserted, removed, replaced or swapped with the next one. */
function distance(one: string, other: string): number {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, index) => index)]
  for (let row = 1; row <= one.length; row++) {
    const next = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    ;[before, last] = [last, next]
  }
  return last[other.length] ?? 0
}
