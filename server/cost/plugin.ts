import type { IncomingMessage } from 'node:http'
import type { ExecutionArgs } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Context } from '../api/context.ts'
import { executeLimited } from './execute.ts'
import { withAllowance } from './refused-request.ts'
import { subscribeLimited } from './subscribe.ts'

type PluginContext = Context & { request: Request }
interface ServerContext {
  req: IncomingMessage
}

/**
 * Takes an operation's cost from its caller's allowance before it runs, in the caller's turn, and reports it in
 * `extensions.cost`. The fast path and sockets do the same without Yoga.
 */
export const costLimits: Plugin<PluginContext, ServerContext> = {
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn((args) => {
      return executeLimited(args as ExecutionArgs, hungUp(contextOf(args)), true, () => executeFn(args))
    })
  },
  onSubscribe({ setSubscribeFn }) {
    setSubscribeFn(async (args) => {
      const signal = hungUp(contextOf(args))
      const results = await subscribeLimited(args as ExecutionArgs, signal)
      if (Symbol.asyncIterator in results) endWhenAborted(results, signal)
      return results
    })
  },
  // Of a request that was refused before it was executed: its document is unknown or invalid.
  async onResultProcess({ result, setResult, serverContext }) {
    if (Array.isArray(result) || Symbol.asyncIterator in result || result.extensions?.cost) return
    setResult(await withAllowance(result, serverContext.req))
  },
}

const contextOf = (args: { contextValue?: unknown }) => args.contextValue as PluginContext

/** Yoga ends an event stream when its reader hangs up, but not one that has not started by then. */
function endWhenAborted(results: AsyncIterableIterator<unknown>, signal: AbortSignal): void {
  const end = () => void results.return?.()
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
}

const hungUp = ({ request }: PluginContext) => request.signal
