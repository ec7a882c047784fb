import { isolate as isolateText } from '../../../i18n/direction.ts'

const turns = /[\u202a-\u202e\u2066-\u2069]/g

/** Isolates foreign text within a sentence of ours, so that its direction affects nothing else. */
export function isolate(words: string | null): string {
  return isolateText((words ?? '').replace(turns, ''), 'ltr')
}

/** The same for `name <address>`, where both may be foreign. */
export function isolateSender(from: string): string {
  const [, name, address] = /^(.*?)\s*(<[^<>]*>)$/.exec(from) ?? []
  return name && address ? `${isolate(name)} ${isolate(address)}` : isolate(from)
}
