import { type ExecutionArgs, type ExecutionResult, GraphQLError, getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Context } from '../context.ts'
import { coded } from '../errors.ts'
import { type Admission, allowanceOf, charge, spend } from './allowance.ts'
import { isLargerThan } from './answer-size.ts'
import { costOf } from './operation-cost.ts'

/** Bytes, roughly, of one answer's data. */
const answerLimit = 10 * 1024 * 1024

type PluginContext = Context & { socketContext?: Context }

/**
 * Takes what an operation costs from its caller's allowance before it is executed, over HTTP, streams and sockets alike,
 * and says so in `extensions.cost`.
 */
export const costLimits: Plugin<PluginContext> = {
  async onExecute({ args, setResultAndStopExecution }) {
    const { allowance, refusal } = await admit(args as ExecutionArgs)
    // What is asked over a socket says its cost where a subscription starts.
    const extensions = contextOf(args).socketContext ? undefined : { cost: allowance }
    if (refusal) return setResultAndStopExecution(withExtensions({ errors: [refusal] }, extensions))
    return {
      onExecuteDone({ result, setResult }) {
        if (Symbol.asyncIterator in result) return
        const answer = isLargerThan(result.data, answerLimit) ? { errors: [tooLarge()] } : result
        setResult(withExtensions(answer, extensions))
      },
    }
  },
  async onSubscribe({ args, setResultAndStopExecution }) {
    const { allowance, refusal } = await admit(args as ExecutionArgs)
    if (refusal) return setResultAndStopExecution({ errors: [refusal] })
    let first = true
    return {
      onSubscribeResult: () => ({
        async onNext({ result, setResult }) {
          // Each event is read anew.
          if (!first) return charge(contextOf(args), allowance.requested)
          first = false
          setResult(withExtensions(result, { cost: allowance }))
        },
      }),
    }
  },
}

const contextOf = (args: { contextValue?: unknown }) => args.contextValue as PluginContext

async function admit(args: ExecutionArgs): Promise<Admission> {
  const context = contextOf(args)
  try {
    const cost = costOf(args, context)
    const operation = getOperationAST(args.document, args.operationName)?.operation
    // Nobody is kept from signing in by what others do from the same address: failures are counted there, and the session that is opened is paid for by its own viewer.
    const signsIn = !context.viewer && operation === 'mutation'
    if (cost === null || signsIn) return { allowance: await allowanceOf(context, cost ?? 0) }
    return await spend(context, cost)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    return { allowance: await allowanceOf(context, 0), refusal: error }
  }
}

function withExtensions(result: ExecutionResult, extensions: object | undefined): ExecutionResult {
  return extensions ? { ...result, extensions: { ...result.extensions, ...extensions } } : result
}

function tooLarge(): GraphQLError {
  return coded('QUERY_TOO_COMPLEX', 'The answer is larger than 10 MB: ask for fewer items at a time')
}
