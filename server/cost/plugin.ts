import type { IncomingMessage } from 'node:http'
import type { ExecutionArgs } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { type Context, contextFor } from '../api/context.ts'
import { addressOf } from '../identity/caller-address.ts'
import { allowanceOf } from './allowance.ts'
import { executeLimited, withExtensions } from './execute.ts'
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
  async onResultProcess({ result, setResult, request, serverContext }) {
    if (Array.isArray(result) || Symbol.asyncIterator in result || result.extensions?.cost) return
    const context = await callerOf(request, serverContext.req).catch(() => null)
    if (context) setResult(withExtensions(result, { cost: await allowanceOf(context, 0) }))
  },
}

/** Of a request that was refused before it had a context: its document is unknown or invalid. */
const callerOf = ({ headers }: Request, incoming: IncomingMessage) =>
  contextFor({
    authorization: headers.get('authorization'),
    origin: headers.get('origin'),
    address: addressOf(incoming),
  })

const contextOf = (args: { contextValue?: unknown }) => args.contextValue as PluginContext

/** Yoga ends an event stream when its reader hangs up, but not one that has not started by then. */
function endWhenAborted(results: AsyncIterableIterator<unknown>, signal: AbortSignal): void {
  const end = () => void results.return?.()
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
}

const hungUp = ({ request }: PluginContext) => request.signal
