const proving = ['email', 'hmac'] as const
const unsigned = ['nickname', 'locale', 'ticket', 'theme', 'subject', 'body', 'category', 'seen'] as const
/** Characters of what proves identity. The head of a request limits the rest. */
const maxLength = 4_096
const fieldName = /^field\.([a-z][a-z0-9_]{0,49})$/i
const maxFields = 20

type Name = (typeof proving)[number] | (typeof unsigned)[number]
export type Parameters = Partial<Record<Name, string>> & {
  participants: string[]
  /** By the names of a category's fields. */
  fields: Record<string, string>
}

/**
 * The arguments in an iframe's address, or null if `email` or `hmac`, which prove identity, is malformed: given twice,
 * written as a list (`email[]`), or too long. Other arguments never cause a refusal: the first well-formed one counts.
 * Unknown arguments are ignored, as the hosted product does.
 */
export function readParameters({ search, searchParams }: URL): Parameters | null {
  const parameters: Parameters = { participants: participantsOf(search), fields: fieldsOf(searchParams) }
  for (const [name, value] of searchParams) {
    const base = withoutBrackets(name)
    const malformed = base !== name || base in parameters
    if (is(proving, base)) {
      if (malformed || value.length > maxLength || /\p{Cc}/u.test(value)) return null
      parameters[base] = value
    } else if (is(unsigned, base) && !malformed) {
      parameters[base] = withoutNulls(value)
    }
  }
  return parameters
}

/** Every `field.NAME`; the first of a name counts. */
function fieldsOf(query: URLSearchParams): Record<string, string> {
  const values = new Map<string, string>()
  for (const [argument, value] of query) {
    const name = fieldName.exec(argument)?.[1]?.toLowerCase()
    if (name && !values.has(name) && values.size < maxFields) values.set(name, withoutNulls(value))
  }
  return Object.fromEntries(values)
}

/** The name of a list: `a` of `a[]` and `a[0]`. */
const withoutBrackets = (name: string) => name.split('[', 1)[0] ?? ''

/** PostgreSQL stores none. */
const withoutNulls = (value: string) => value.replaceAll('\0', '')

function is<Known extends string>(names: readonly Known[], name: string): name is Known {
  return (names as readonly string[]).includes(name)
}

/** Stands in for an unencoded plus sign. */
const plus = '\ue000'
const besideAddress = /^[\s,;<>"]?$/

/**
 * Every `participants`, or `participants[]` for a list. An unencoded plus sign is a space beside an address, where
 * forms put it, and a plus sign within one.
 */
function participantsOf(search: string): string[] {
  const query = new URLSearchParams(search.replaceAll('+', encodeURIComponent(plus)))
  return [...query]
    .filter(([name]) => withoutBrackets(name) === 'participants')
    .map(([, value]) =>
      value
        .replace(/\ue000+/g, (run, at: number) => {
          const around = [value.charAt(at - 1), value.charAt(at + run.length)]
          return around.some((character) => besideAddress.test(character)) ? ' ' : run
        })
        .replace(/(@[^@\s,;<>"\ue000]*)\ue000/g, '$1 ')
        .replaceAll(plus, '+'),
    )
}
