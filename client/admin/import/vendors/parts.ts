import { isObject, type Json, jsonValues } from '../json-values.ts'
import type { Moment } from '../old-ticket.ts'

/** Texts are empty where they are unknown. */
export interface Person {
  id: string
  email: string
  name: string
  role: string
  locale: string
}

export function personOf(value: unknown): Person {
  const { id, email, name, role, locale } = objectOf(value)
  return { id: idOf(id), email: text(email), name: text(name), role: text(role), locale: text(locale) }
}

/** The people in files, by their ids. */
export async function findPeople(
  paths: string[],
  isPerson: (value: Json) => boolean,
): Promise<Map<string, Person>> {
  const people = new Map<string, Person>()
  for (const path of paths) {
    for await (const value of jsonValues(path)) {
      const id = idOf(value.id)
      if (id && isPerson(value)) people.set(id, personOf(value))
    }
  }
  return people
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** An id as a text; empty if there is none. */
export const idOf = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : ''

export const objectOf = (value: unknown): Json => (isObject(value) ? value : {})

/** The objects in a list; empty for anything else. */
export const objectsIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])

export const when = (value: unknown): Moment =>
  typeof value === 'string' || typeof value === 'number' ? value : null

/** The files of a message, by the names that the vendor gives to their name and address. */
export function filesIn(value: unknown, name: string, url: string) {
  return objectsIn(value)
    .map((file) => ({ name: text(file[name]) || 'file', url: text(file[url]) }))
    .filter(({ url }) => url)
}
