import { type ExecutionArgs, type ExecutionResult, GraphQLError, getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Context } from '../api/context.ts'
import { coded } from '../api/errors.ts'
import { type Admission, allowanceOf, charge, spend } from './allowance.ts'
import { isLargerThan } from './answer-size.ts'
import { costOf } from './operation-cost.ts'
import { executeInTurn, subscribeInTurns } from './take-turns.ts'
import { lineFull } from './turns.ts'

/** Bytes, roughly, of one answer's data. */
const answerLimit = 10 * 1024 * 1024

type PluginContext = Context & {
  request: Request
  /** Of a socket. */
  socketContext?: Context
  hungUp?: AbortSignal
}

/**
 * Takes what an operation costs from its caller's allowance before it is executed, in a turn of that caller's, over HTTP,
 * streams and sockets alike, and says what it costs in `extensions.cost`.
 */
export const costLimits: Plugin<PluginContext> = {
  async onExecute({ args, executeFn, setExecuteFn, setResultAndStopExecution }) {
    const context = contextOf(args)
    const { allowance, refusal } = await admit(args as ExecutionArgs)
    // What is asked over a socket says its cost where a subscription starts.
    const extensions = context.socketContext ? undefined : { cost: allowance }
    if (refusal) return setResultAndStopExecution(withExtensions({ errors: [refusal] }, extensions))
    if (!signsIn(args as ExecutionArgs)) {
      setExecuteFn((args) => executeInTurn('operation', context, hungUp(context), () => executeFn(args)))
    }
    return {
      onExecuteDone({ result, setResult }) {
        if (Symbol.asyncIterator in result) return
        const answer = isLargerThan(result.data, answerLimit) ? { errors: [tooLarge()] } : result
        setResult(withExtensions(answer, extensions))
      },
    }
  },
  async onSubscribe({ args, setSubscribeFn, setResultAndStopExecution }) {
    const context = contextOf(args)
    const { allowance, refusal } = await admit(args as ExecutionArgs)
    if (refusal) return setResultAndStopExecution({ errors: [refusal] })
    setSubscribeFn((args) => subscribeInTurns(args as ExecutionArgs, context, hungUp(context)))
    let first = true
    return {
      onSubscribeResult: () => ({
        async onNext({ result, setResult }) {
          // Each event is read anew.
          if (!first) return charge(context, allowance.requested)
          first = false
          setResult(withExtensions(result, { cost: allowance }))
        },
      }),
    }
  },
}

const contextOf = (args: { contextValue?: unknown }) => args.contextValue as PluginContext

const hungUp = ({ hungUp, request }: PluginContext) => hungUp ?? request.signal

/**
 * Nobody is kept from signing in by what others do from the same address: failures are counted there, and the session that
 * is opened is paid for by its own viewer.
 */
function signsIn({ document, operationName, contextValue }: ExecutionArgs): boolean {
  const operation = getOperationAST(document, operationName)?.operation
  return operation === 'mutation' && !(contextValue as PluginContext).viewer
}

async function admit(args: ExecutionArgs): Promise<Admission> {
  const context = contextOf(args)
  try {
    const cost = costOf(args, context)
    if (cost === null || signsIn(args)) return { allowance: await allowanceOf(context, cost ?? 0) }
    const refusal = lineFull(context)
    if (refusal) throw refusal
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
  return coded('QUERY_TOO_COMPLEX', 'The response exceeds 10 MB: ask for fewer items at a time')
}
