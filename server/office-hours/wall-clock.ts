const day = 24 * 60 * 60_000

const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  } as Intl.DateTimeFormatOptions)
  formats.set(timeZone, made)
  return made
}

/** What a clock in the time zone shows at an instant, as milliseconds of the same date and time in UTC. */
export function wallClock(instant: number, timeZone: string): number {
  const shown = Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour, minute, second } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/**
 * The instant at which a clock in the time zone shows this: the first, if clocks are put back meanwhile. If they are put
 * forward and never show it, it is as much later.
 */
export function instantAt(shown: number, timeZone: string): number {
  // Offsets change hours or months apart, so one of these applies.
  const [before, after] = [shown - day, shown + day].map((near) => wallClock(near, timeZone) - near) as [
    number,
    number,
  ]
  const found = [shown - before, shown - after].find((instant) => wallClock(instant, timeZone) === shown)
  return found ?? shown - before
}

/** The time zone's name (IANA) in its usual case; undefined if there is none with that name. */
export function timeZoneNamed(name: string): string | undefined {
  // An offset, such as +01:00, is no time zone: it knows no summer.
  if (!/^[a-z]/i.test(name)) return undefined
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    // Of two names for one zone, it is often the older.
    return timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name
  } catch {
    return undefined
  }
}
