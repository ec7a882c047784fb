import type { ExecutionArgs } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Context } from '../api/context.ts'
import { executeLimited } from './execute.ts'
import { subscribeLimited } from './subscribe.ts'

type PluginContext = Context & { request: Request }

/**
 * Takes an operation's cost from its caller's allowance before it runs, in the caller's turn, and reports it in
 * `extensions.cost`. The fast path and sockets do the same without Yoga.
 */
export const costLimits: Plugin<PluginContext> = {
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn((args) => {
      return executeLimited(args as ExecutionArgs, hungUp(contextOf(args)), true, () => executeFn(args))
    })
  },
  onSubscribe({ setSubscribeFn }) {
    setSubscribeFn((args) => subscribeLimited(args as ExecutionArgs, hungUp(contextOf(args))))
  },
}

const contextOf = (args: { contextValue?: unknown }) => args.contextValue as PluginContext

const hungUp = ({ request }: PluginContext) => request.signal
