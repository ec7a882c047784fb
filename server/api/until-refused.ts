import { GraphQLError } from 'graphql'
import type { Context } from './context.ts'

const refusals = new WeakMap<Context, GraphQLError>()

/** Works until the first refusal in an operation: the other aliases get the same, without any work. */
export async function untilRefused<Result>(context: Context, work: () => Promise<Result>): Promise<Result> {
  const before = refusals.get(context)
  if (before) throw before
  try {
    return await work()
  } catch (error) {
    if (error instanceof GraphQLError) refusals.set(context, error)
    throw error
  }
}
