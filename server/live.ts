import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type DocumentNode, type ExecutionArgs, execute, type GraphQLError } from 'graphql'
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Context, callerId, contextFor } from './api/context.ts'
import { coded } from './api/errors.ts'
import {
  socketMessageLimit,
  socketOperationLimit,
  socketsPerCaller,
  socketsPerCustomer,
  unknownSockets,
} from './api/limits.ts'
import { maskError, maskResult } from './api/mask-error.ts'
import { documentIdOf, trustedText } from './api/trusted-documents.ts'
import { executeLimited } from './cost/execute.ts'
import { openCount } from './cost/open-count.ts'
import { subscribeLimited } from './cost/subscribe.ts'
import { watchRights } from './events/rights.ts'
import type { createGraphql } from './graphql.ts'
import { addressOf } from './identity/caller-address.ts'
import { isAnswered } from './identity/demo-hosts.ts'
import { sendingResults } from './live/frames.ts'
import { sendOver, speak } from './live/speak.ts'
import { schema } from './schema.ts'

interface Extra extends Record<PropertyKey, unknown> {
  socket: WebSocket
  /** Of the handshake. */
  origin: string | null
  address: string
  /** Ends the count of a socket that is not authenticated yet. */
  isKnown: () => void
  /** Once it is authenticated. */
  context?: Context
  /** Aborted when the socket closes, to end what waits for the caller's turn. */
  hungUp: AbortSignal
}

/** An operation over a socket. */
interface Operation extends ExecutionArgs {
  id: string
  extra: Extra
}

/** For Yoga, which parses and checks documents as over HTTP: any operation may be sent over a socket, as in a POST. */
const request = new Request('http://socket/graphql', { method: 'POST' })

/** GraphQL over WebSockets on `/graphql`: the same limits, viewers and errors as over HTTP. */
export function serveLive(server: Server, graphql: ReturnType<typeof createGraphql>) {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: socketMessageLimit,
    perMessageDeflate: false,
    handleProtocols,
  })
  const countSocket = openCount()
  const countUnknown = openCount()

  server.on('upgrade', (handshake: IncomingMessage, socket: Duplex, head: Buffer) => {
    // From here on Node leaves the socket's errors to us; without a listener, a reset would end the process.
    socket.on('error', () => socket.destroy())
    if (!isAnswered(handshake)) return socket.end('HTTP/1.1 421 Misdirected Request\r\n\r\n')
    const address = addressOf(handshake)
    const isKnown = countUnknown(address, unknownSockets)
    if (!isKnown) return socket.end('HTTP/1.1 429 Too Many Requests\r\nretry-after: 10\r\n\r\n')
    socket.once('close', isKnown)
    const { origin = null } = handshake.headers
    sockets.handleUpgrade(handshake, socket, head, (ws) => {
      const hangUp = new AbortController()
      ws.once('close', () => hangUp.abort())
      speak(protocol, ws, { socket: ws, origin, address, isKnown, hungUp: hangUp.signal })
    })
  })

  const protocol = makeServer<{ authorization?: unknown; Authorization?: unknown }, Extra>({
    connectionInitWaitTimeout: 10_000,
    async onConnect({ connectionParams, extra }) {
      const { socket, origin, address } = extra
      const given = connectionParams?.authorization ?? connectionParams?.Authorization
      const authorization = typeof given === 'string' ? given : ''
      const context = await contextFor({ authorization, origin, address })
      // A socket that has closed meanwhile would be counted and watched forever.
      if (!context.viewer || socket.readyState !== socket.OPEN) return false
      extra.isKnown()
      const limit = context.viewer.kind === 'customer' ? socketsPerCustomer : socketsPerCaller
      const release = countSocket(callerId(context), limit)
      if (!release) {
        socket.close(1013, 'Too many sockets')
        return false
      }
      socket.once('close', release)
      extra.context = context
      watch(socket, context)
    },
    onSubscribe({ extra, subscriptions }, id, params) {
      if (Object.keys(subscriptions).length > socketOperationLimit) {
        return [
          coded('RATE_LIMITED', `A socket can carry at most ${socketOperationLimit} operations at a time`),
        ]
      }
      const { parse, validate } = graphql.getEnveloped({ request, params } as never)
      let document: DocumentNode
      try {
        const trusted = params.query ? null : documentIdOf(params)
        document = parse(trusted === null ? params.query : trustedText(trusted)) as DocumentNode
      } catch (error) {
        return [maskError(error)]
      }
      const errors = validate(schema, document) as GraphQLError[]
      if (errors.length > 0) return errors
      const { operationName, variables: variableValues } = params
      // graphql-ws keeps the message as long as the operation.
      Object.assign(params, { query: '' })
      const contextValue = { ...extra.context }
      return { schema, document, operationName, variableValues, contextValue, id, extra } as Operation
    },
    onError: (_context, _id, _payload, errors) => errors.map(withoutStatus),
    onNext: (_context, _id, _payload, _args, result) =>
      result.errors && { ...result, errors: result.errors.map(withoutStatus) },
    async execute(args) {
      const { extra, id, ...operation } = args as Operation
      return maskResult(await executeLimited(operation, extra.hungUp, false, () => execute(operation)))
    },
    async subscribe(args) {
      const { extra, id, ...operation } = args as Operation
      const results = await subscribeLimited(operation, extra.hungUp)
      if (!(Symbol.asyncIterator in results)) return maskResult(results)
      return sendingResults(results, id, (message) => sendOver(extra.socket, message))
    },
  })

  return {
    async dispose() {
      for (const socket of sockets.clients) socket.close(1001, 'Going away')
      await new Promise((resolve) => sockets.close(resolve))
    },
    /** Destroys sockets that do not respond to being closed. */
    terminate: () => {
      for (const socket of sockets.clients) socket.terminate()
    },
  }
}

/** Errors have HTTP statuses, which mean nothing on a socket. */
function withoutStatus(error: GraphQLError) {
  const { extensions, ...formatted } = error.toJSON()
  const { http, ...rest } = extensions ?? {}
  return { ...formatted, extensions: rest }
}

/** Closes the socket when its session expires or its viewer loses access. */
function watch(socket: WebSocket, context: Context): void {
  const unwatch = watchRights(context, (error) => {
    if ((error as { extensions?: { code?: string } }).extensions?.code === 'UNAUTHENTICATED') {
      socket.close(CloseCode.Forbidden, 'The session has ended')
    }
  })
  socket.once('close', unwatch)
}
