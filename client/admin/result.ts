import { Failure } from './failures.ts'

interface Result {
  __typename: string
  message?: string
  issues?: { message: string }[]
}

type Payload<Given> = Extract<Given, { __typename: `${string}Payload` }>

/** The payload of a mutation. Throws any other result as a Failure with the server's message. */
export function payloadOf<Given extends Result>(result: Given | null): Payload<Given> {
  if (result?.__typename.endsWith('Payload')) return result as Payload<Given>
  const words = result?.issues?.map(({ message }) => message).join('; ') || result?.message
  throw new Failure(words ?? 'The server returned no result')
}

/** The settings of the key's website. Throws a Failure if the server returned none. */
export function settingsOf<Settings>(website: { settings: Settings | null } | null): Settings {
  if (website?.settings) return website.settings
  throw new Failure('The server returned no settings')
}
