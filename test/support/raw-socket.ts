import WebSocket, { type ClientOptions } from 'ws'
import type { Result } from './client.ts'

type Message = { type: string; id?: string; payload?: Result }

interface Options extends ClientOptions {
  protocols?: string[]
}

/** A bare WebSocket to the API: the test may or may not follow the protocol. */
export async function openSocket(
  origin: string,
  { protocols = ['graphql-transport-ws'], ...options }: Options = {},
) {
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/graphql`, protocols, options)
  const received: Message[] = []
  const readers: ((message: Message) => void)[] = []
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }))
  })
  socket.on('message', (data) => {
    const message = JSON.parse(String(data))
    const reader = readers.shift()
    if (reader) reader(message)
    else received.push(message)
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  socket.on('error', () => {})

  const send = (message: object | string) =>
    socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message))

  /** The next message; fails if the socket closes first. */
  function next(): Promise<Message> {
    const message = received.shift()
    if (message) return Promise.resolve(message)
    const early = closed.then(({ code }) => Promise.reject(new Error(`The socket was closed with ${code}`)))
    return Promise.race([new Promise<Message>((resolve) => readers.push(resolve)), early])
  }

  /** Authenticates; returns the server's response. */
  function init(token: string) {
    send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })
    return next()
  }

  function subscribe(id: string, query: string, variables: Record<string, unknown> = {}) {
    send({ id, type: 'subscribe', payload: { query, variables } })
  }

  /** The only result of an operation other than a subscription. */
  async function ask(id: string, query: string, variables?: Record<string, unknown>) {
    subscribe(id, query, variables)
    const message = await next()
    if (message.id !== id) throw new Error(`Not an answer to ${id}: ${JSON.stringify(message)}`)
    if (message.type === 'error') return { errors: message.payload }
    await next()
    return message.payload
  }

  return { socket, closed, send, next, init, subscribe, ask, close: () => socket.close() }
}
