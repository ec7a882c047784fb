import type { ExecutionArgs } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Context } from '../api/context.ts'
import { charge } from './allowance.ts'
import { admit, executeLimited, withExtensions } from './execute.ts'
import { subscribeInTurns } from './take-turns.ts'

type PluginContext = Context & {
  request: Request
  /** Only on a socket. */
  socketContext?: Context
  hungUp?: AbortSignal
}

/**
 * Takes an operation's cost from its caller's allowance before it runs, in the caller's turn, over HTTP, streams and
 * sockets alike, and reports it in `extensions.cost`.
 */
export const costLimits: Plugin<PluginContext> = {
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn((args) => {
      const context = contextOf(args)
      // Over a socket, only the start of a subscription reports its cost.
      const saysCost = !context.socketContext
      return executeLimited(args as ExecutionArgs, hungUp(context), saysCost, () => executeFn(args))
    })
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
          // Each event is a new read.
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
