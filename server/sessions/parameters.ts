const proving = ['email', 'hmac'] as const
const unsigned = ['nickname', 'locale', 'ticket', 'theme', 'seen'] as const
const maxValueLength = 4_096

type Name = (typeof proving)[number] | (typeof unsigned)[number]
export type Parameters = Partial<Record<Name, string>> & { participants: string[] }

/**
 * The arguments in an iframe's address, or null when one that proves who it is, `email` or `hmac`, is malformed: given
 * twice, written as a list (`email[]`), or overlong. The others refuse nobody: the first that is well-formed counts.
 * Arguments that we do not know are left alone, as the hosted product does.
 */
export function readParameters({ search, searchParams }: URL): Parameters | null {
  const parameters: Parameters = { participants: participantsOf(search) }
  for (const [name, value] of searchParams) {
    const base = name.replace(/\[.*$/, '')
    const malformed = base !== name || base in parameters
    if (is(proving, base)) {
      if (malformed || value.length > maxValueLength || /\p{Cc}/u.test(value)) return null
      parameters[base] = value
    } else if (is(unsigned, base) && !malformed) {
      parameters[base] = value.slice(0, maxValueLength)
    }
  }
  return parameters
}

function is<Known extends string>(names: readonly Known[], name: string): name is Known {
  return (names as readonly string[]).includes(name)
}

/** Replaces an unencoded plus sign. */
const plus = '\ue000'

/**
 * Every `participants`, as a list (`participants[]`), too. A plus sign that is not encoded is a space beside an
 * address, where a form puts it, and itself inside one.
 */
function participantsOf(search: string): string[] {
  const query = new URLSearchParams(search.replaceAll('+', encodeURIComponent(plus)))
  return [...query]
    .filter(([name]) => name.replace(/\[.*$/, '') === 'participants')
    .map(([, value]) =>
      value
        .replace(/(^|[\s,;<>"])\ue000+|\ue000+(?=[\s,;<>"]|$)/g, '$1 ')
        .replace(/(@[^@\s,;<>"\ue000]*)\ue000/g, '$1 ')
        .replaceAll(plus, '+'),
    )
}
