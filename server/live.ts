import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type {
  ExecutionArgs,
  GraphQLError,
  parse as parseDocument,
  validate as validateDocument,
} from 'graphql'
import { CloseCode } from 'graphql-ws'
import { type Extra, useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { type Context, callerId, contextFor } from './api/context.ts'
import { coded } from './api/errors.ts'
import {
  socketMessageLimit,
  socketOperationLimit,
  socketsPerCaller,
  socketsPerCustomer,
  unknownSockets,
} from './api/limits.ts'
import { maskError } from './api/mask-error.ts'
import { documentIdOf, trustedText } from './api/trusted-documents.ts'
import { openCount } from './cost/open-count.ts'
import { watchRights } from './events/rights.ts'
import type { createGraphql } from './graphql.ts'
import { addressOf } from './identity/caller-address.ts'
import { isAnswered } from './identity/demo-hosts.ts'

interface SocketExtra extends Record<PropertyKey, unknown> {
  context: Context
  /** Aborted when the socket closes, to end what waits for the caller's turn. */
  hungUp: AbortSignal
}

/** GraphQL over WebSockets on `/graphql`: the same plugins, limits and viewers as over HTTP. */
export function serveLive(server: Server, graphql: ReturnType<typeof createGraphql>) {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: socketMessageLimit,
    perMessageDeflate: false,
  })
  const countSocket = openCount()
  const countUnknown = openCount()
  /** Ends the count of a socket that is not authenticated yet. */
  const unknown = new WeakMap<IncomingMessage, () => void>()

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // From here on Node leaves the socket's errors to us; without a listener, a reset would end the process.
    socket.on('error', () => socket.destroy())
    if (!isAnswered(request)) return socket.end('HTTP/1.1 421 Misdirected Request\r\n\r\n')
    const release = countUnknown(addressOf(request), unknownSockets)
    if (!release) return socket.end('HTTP/1.1 429 Too Many Requests\r\nretry-after: 10\r\n\r\n')
    unknown.set(request, release)
    socket.once('close', release)
    sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request))
  })

  const live = useServer<{ authorization?: unknown; Authorization?: unknown }, SocketExtra>(
    {
      connectionInitWaitTimeout: 10_000,
      // Without it, a socket closed by an internal error would show the error.
      isProd: true,
      async onConnect({ connectionParams, extra }) {
        const given = connectionParams?.authorization ?? connectionParams?.Authorization
        const context = await contextFor({
          authorization: typeof given === 'string' ? given : '',
          origin: extra.request.headers.origin ?? null,
          address: addressOf(extra.request),
        })
        // A socket that has closed meanwhile would be counted and watched forever.
        if (!context.viewer || extra.socket.readyState !== extra.socket.OPEN) return false
        unknown.get(extra.request)?.()
        const limit = context.viewer.kind === 'customer' ? socketsPerCustomer : socketsPerCaller
        const release = countSocket(callerId(context), limit)
        if (!release) {
          extra.socket.close(1013, 'Too many sockets')
          return false
        }
        extra.socket.once('close', release)
        const hangUp = new AbortController()
        extra.socket.once('close', () => hangUp.abort())
        Object.assign(extra, { context, hungUp: hangUp.signal })
        watch(extra.socket, context)
      },
      async onSubscribe({ extra, subscriptions }, _id, params) {
        const { context, hungUp } = extra as Extra & SocketExtra
        if (Object.keys(subscriptions).length > socketOperationLimit) {
          return [
            coded('RATE_LIMITED', `A socket can carry at most ${socketOperationLimit} operations at a time`),
          ]
        }
        const initial = {
          req: extra.request,
          request: requestOf(extra.request),
          params,
          socketContext: context,
          hungUp,
        }
        const { schema, execute, subscribe, contextFactory, parse, validate } = graphql.getEnveloped(
          initial as never,
        )
        let document: ReturnType<typeof parseDocument>
        try {
          const id = params.query ? null : documentIdOf(params)
          document = parse(id === null ? params.query : trustedText(id)) as ReturnType<typeof parseDocument>
        } catch (error) {
          return [maskError(error)]
        }
        const errors = validate(schema, document) as ReturnType<typeof validateDocument>
        if (errors.length > 0) return errors
        return {
          schema,
          document,
          operationName: params.operationName,
          variableValues: params.variables,
          contextValue: await contextFactory(),
          rootValue: { execute, subscribe },
        } as ExecutionArgs
      },
      onError: (_context, _id, _payload, errors) => errors.map(withoutStatus),
      onNext: (_context, _id, _payload, _args, result) =>
        result.errors && { ...result, errors: result.errors.map(withoutStatus) },
      execute: (args) =>
        (args.rootValue as typeof args & { execute: (args: ExecutionArgs) => never }).execute(
          args as ExecutionArgs,
        ),
      subscribe: (args) =>
        (args.rootValue as typeof args & { subscribe: (args: ExecutionArgs) => never }).subscribe(
          args as ExecutionArgs,
        ),
    },
    sockets,
  )

  return {
    dispose: live.dispose,
    /** Destroys sockets that do not respond to being closed. */
    terminate: () => {
      for (const socket of sockets.clients) socket.terminate()
    },
  }
}

/** Yoga adds HTTP statuses to its errors, which mean nothing on a socket. */
function withoutStatus(error: GraphQLError) {
  const { extensions, ...formatted } = error.toJSON()
  const { http, ...rest } = extensions ?? {}
  return { ...formatted, extensions: rest }
}

/** Closes the socket when its session expires or its viewer loses access. */
function watch(socket: Extra['socket'], context: Context): void {
  const unwatch = watchRights(context, (error) => {
    if ((error as { extensions?: { code?: string } }).extensions?.code === 'UNAUTHENTICATED') {
      socket.close(CloseCode.Forbidden, 'The session has ended')
    }
  })
  socket.once('close', unwatch)
}

/** The handshake as a request with the rights of a POST: over a socket every operation is allowed. */
function requestOf({ url, headers }: IncomingMessage): Request {
  return new Request(`http://socket${url}`, { method: 'POST', headers: headers as Record<string, string> })
}
