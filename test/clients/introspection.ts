import { getIntrospectionQuery, type IntrospectionQuery } from 'graphql'
import { apiClient } from '../support/client.ts'

/** The schema as a server shows it to everybody. */
export async function introspect(origin: string): Promise<IntrospectionQuery> {
  return apiClient(origin).ask(getIntrospectionQuery())
}

/** Names of the types that each interface and union stands for. */
export async function possibleTypes(origin: string): Promise<Record<string, string[]>> {
  const { __schema } = await introspect(origin)
  return Object.fromEntries(
    __schema.types.flatMap((type) =>
      'possibleTypes' in type && type.possibleTypes
        ? [[type.name, type.possibleTypes.map(({ name }) => name)]]
        : [],
    ),
  )
}
