import { type Client, capitalize } from './client.ts'

/** The outcome of a mutation: the type of its answer, or the error's code. */
export async function outcome(
  client: Client,
  mutation: string,
  input: Record<string, unknown>,
): Promise<string> {
  const { data, errors } = await client.send(
    `mutation ($input: ${capitalize(mutation)}Input!) { ${mutation}(input: $input) { __typename } }`,
    { input },
  )
  return errors?.[0] ? String(errors[0].extensions.code) : data[mutation].__typename
}
