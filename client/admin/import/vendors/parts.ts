import { type Json, jsonValues } from '../json-values.ts'
import type { Moment } from '../old-ticket.ts'

export interface Person {
  id?: string | number
  email?: string | null
  name?: string | null
  role?: string
  locale?: string | null
}

/** The people in files, by their ids. */
export async function findPeople(
  paths: string[],
  isPerson: (value: Json) => boolean,
): Promise<Map<string, Person>> {
  const people = new Map<string, Person>()
  for (const path of paths) {
    for await (const value of jsonValues(path)) {
      if (!isPerson(value)) continue
      const { id, email, name, role, locale } = value as Person
      people.set(String(id), { id, email, name, role, locale })
    }
  }
  return people
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export const when = (value: unknown): Moment =>
  typeof value === 'string' || typeof value === 'number' ? value : null

/** The files of a message, by the names that the vendor gives to their name and address. */
export function filesIn(value: unknown, name: string, url: string) {
  const files = Array.isArray(value) ? (value as Json[]) : []
  return files
    .map((file) => ({ name: text(file[name]) || 'file', url: text(file[url]) }))
    .filter(({ url }) => url)
}
