const known = ['email', 'hmac', 'nickname', 'locale', 'participants', 'ticket', 'seen'] as const
const longest = 4_096

export type Parameters = Partial<Record<(typeof known)[number], string>>

/**
 * The arguments in an iframe's URL, or null when one is malformed: given twice, written as a list (`email[]`),
 * or overlong. Arguments that we do not know are left alone, as the hosted product does.
 */
export function readParameters(query: URLSearchParams): Parameters | null {
  const parameters: Parameters = {}
  for (const [name, value] of query) {
    const base = name.replace(/\[.*$/, '') as (typeof known)[number]
    if (!known.includes(base)) continue
    if (base !== name || name in parameters || value.length > longest || /\p{Cc}/u.test(value)) return null
    parameters[base] = value
  }
  return parameters
}
