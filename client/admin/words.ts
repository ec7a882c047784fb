import { WrongUsage } from './failures.ts'

/** An enum's value in the API's spelling: `tickets-read` is TICKETS_READ. */
export function enumValue<Text extends string>(text: Text): Uppercase<Text> {
  return text.toUpperCase().replaceAll('-', '_') as Uppercase<Text>
}

export function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new WrongUsage(`--${name} must be a whole number, not ${text}`)
}

/** A time to the minute, in UTC. */
export function minute(moment: string): string {
  return moment.slice(0, 16).replace('T', ' ')
}
