import { type ExecutionArgs, type ExecutionResult, GraphQLError, getOperationAST } from 'graphql'
import type { Context } from '../api/context.ts'
import { coded } from '../api/errors.ts'
import { type Admission, allowanceOf, spend } from './allowance.ts'
import { isLargerThan } from './answer-size.ts'
import { costOf } from './operation-cost.ts'
import { signsIn } from './signs-in.ts'
import { executeInTurn } from './take-turns.ts'
import { type Line, lineFull } from './turns.ts'

/** Maximum bytes, roughly, of one response's data. */
export const answerLimit = 10 * 1024 * 1024

/** Points of an operation that is refused as too complex: it has been parsed and measured. */
const refusedCost = 250

/**
 * Executes an operation within its caller's limits: charges its cost, waits for a turn, and refuses a response that is
 * too large.
 */
export async function executeLimited(
  args: ExecutionArgs,
  hungUp: AbortSignal,
  saysCost: boolean,
  execute: () => ExecutionResult | Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const { allowance, refusal } = await admit(args)
  const extensions = saysCost ? { cost: allowance } : undefined
  if (refusal) return withExtensions({ errors: [refusal] }, extensions)
  const context = args.contextValue as Context
  const result = signsIn(args) ? await execute() : await executeInTurn(lineOf(args), context, hungUp, execute)
  const answer = isLargerThan(result.data, answerLimit) ? { errors: [tooLarge()] } : result
  return withExtensions(answer, extensions)
}

const lineOf = (args: ExecutionArgs): Line => (isMutation(args) ? 'write' : 'read')

const isMutation = ({ document, operationName }: ExecutionArgs) =>
  getOperationAST(document, operationName)?.operation === 'mutation'

export async function admit(args: ExecutionArgs): Promise<Admission> {
  const context = args.contextValue as Context
  try {
    const cost = costOf(args, context.viewer)
    if (cost === null || signsIn(args)) return { allowance: await allowanceOf(context, cost ?? 0) }
    const refusal = lineFull(lineOf(args), context)
    if (refusal) throw refusal
    return await spend(context, cost)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    if (error.extensions.code !== 'QUERY_TOO_COMPLEX') {
      return { allowance: await allowanceOf(context, 0), refusal: error }
    }
    const { allowance, refusal = error } = await spend(context, refusedCost)
    return { allowance, refusal }
  }
}

export function withExtensions(result: ExecutionResult, extensions: object | undefined): ExecutionResult {
  return extensions ? { ...result, extensions: { ...result.extensions, ...extensions } } : result
}

function tooLarge(): GraphQLError {
  return coded('QUERY_TOO_COMPLEX', 'The response exceeds 10 MB: ask for fewer items at a time')
}
