const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const cache = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, options: Intl.DateTimeFormatOptions, date: Date): string {
  const key = locale + JSON.stringify(options)
  const made = cache.get(key) ?? new Intl.DateTimeFormat(locale, options)
  cache.set(key, made)
  return made.format(date)
}

function dayOf(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / day
}

function relative(locale: string, value: number, unit: Intl.RelativeTimeFormatUnit): string {
  return new Intl.RelativeTimeFormat(locale, {
    numeric: 'auto',
    style: locale.startsWith('en') ? 'narrow' : 'short',
  }).format(value, unit)
}

/** Short, for lists: minutes or hours ago, then the weekday, then the date. */
export function shortTime(locale: string, date: Date, now: number): string {
  const age = Math.max(0, now - date.getTime())
  if (age < minute) return relative(locale, 0, 'second')
  if (age < hour) return relative(locale, -Math.floor(age / minute), 'minute')
  const days = dayOf(new Date(now)) - dayOf(date)
  if (days === 0) return relative(locale, -Math.floor(age / hour), 'hour')
  if (days === 1) return relative(locale, -1, 'day')
  if (days < 7) return format(locale, { weekday: 'short' }, date)
  const sameYear = date.getFullYear() === new Date(now).getFullYear()
  return format(locale, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }, date)
}

function capitalized(words: string, locale: string): string {
  return words.replace(/^./u, (letter) => letter.toLocaleUpperCase(locale))
}

/** A heading between days: today, yesterday, otherwise the date. */
export function dayName(locale: string, date: Date, now: number): string {
  const days = dayOf(new Date(now)) - dayOf(date)
  if (days === 0 || days === 1) {
    return capitalized(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day'), locale)
  }
  const sameYear = date.getFullYear() === new Date(now).getFullYear()
  const year = sameYear ? {} : ({ year: 'numeric' } as const)
  return format(locale, { weekday: 'long', day: 'numeric', month: 'long', ...year }, date)
}

/** Rounded up: to five minutes, hours or days. */
export function roughDuration(locale: string, seconds: number): string {
  const length = seconds * 1_000
  const [unit, count] =
    length <= 55 * minute
      ? (['minute', Math.max(1, Math.ceil(length / minute / 5)) * 5] as const)
      : length <= 23 * hour
        ? (['hour', Math.ceil(length / hour)] as const)
        : (['day', Math.ceil(length / day)] as const)
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}

/** The day of something to come: empty for today, the weekday within a week, otherwise also the date. */
export function comingDay(locale: string, date: Date, now: number): string {
  const days = dayOf(date) - dayOf(new Date(now))
  if (days === 0) return ''
  const soon = { weekday: 'long' } as const
  return format(locale, days < 7 ? soon : { ...soon, day: 'numeric', month: 'long' }, date)
}

export function clockTime(locale: string, date: Date): string {
  return format(locale, { timeStyle: 'short' }, date)
}

export function longDate(locale: string, date: Date): string {
  return format(locale, { dateStyle: 'medium' }, date)
}

export function fullTime(locale: string, date: Date): string {
  return format(locale, { dateStyle: 'full', timeStyle: 'short' }, date)
}

export function dateAndTime(locale: string, date: Date): string {
  return format(locale, { dateStyle: 'medium', timeStyle: 'short' }, date)
}
