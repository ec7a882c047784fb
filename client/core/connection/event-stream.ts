import type { ExecutionResult } from 'graphql'
import { bodyOf, type GraphQLRequest } from './request.ts'

interface Options {
  url: string
  send: typeof fetch
  signal: AbortSignal
  onOpen: () => void
  onResult: (result: ExecutionResult) => void
}

/** A proxy blocks event streams: it answers itself, or buffers what the server sends. */
export class StreamBlocked extends Error {}

/** The server's first byte follows its headers at once. If it takes longer, a proxy is buffering it. */
const firstByteWithin = 8_000
/** The server sends a comment every 12 seconds. */
const nextByteWithin = 40_000

/** A subscription by server-sent events, for networks that block WebSockets. Resolves when it ends. */
export async function eventStream(request: GraphQLRequest, options: Options): Promise<void> {
  const silence = new AbortController()
  let opened = false
  const fail = () => silence.abort(opened ? new Error('The stream is silent') : new StreamBlocked())
  let timer = setTimeout(fail, firstByteWithin)
  const signal = AbortSignal.any([options.signal, silence.signal])

  function noteSign(): void {
    clearTimeout(timer)
    timer = setTimeout(fail, nextByteWithin)
    if (!opened) options.onOpen()
    opened = true
  }

  try {
    for await (const blocks of open(request, options, signal)) {
      noteSign()
      for (const block of blocks) readBlock(block, options.onResult)
    }
  } catch (error) {
    throw silence.signal.aborted ? silence.signal.reason : error
  } finally {
    clearTimeout(timer)
  }
}

/** The stream’s complete blocks; an empty list for bytes that complete none. */
async function* open(request: GraphQLRequest, { url, send }: Options, signal: AbortSignal) {
  const response = await send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: bodyOf(request),
    signal,
  })
  const type = response.headers.get('content-type') ?? ''
  if (!type.includes('event-stream') || !response.body) {
    const answeredByProxy = response.status < 500 && !type.includes('json')
    throw answeredByProxy ? new StreamBlocked() : new Error(`The server answered ${response.status}`)
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  // A body that was not made by `fetch` may ignore the signal.
  signal.addEventListener('abort', () => void reader.cancel().catch(() => {}))
  let rest = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (rest + part.value).split('\n\n')
    rest = blocks.pop() ?? ''
    yield blocks
  }
  signal.throwIfAborted()
}

function readBlock(block: string, onResult: (result: ExecutionResult) => void): void {
  const data = block.match(/^data: ?(.*)$/m)?.[1]
  if (block.includes('event: next') && data) onResult(JSON.parse(data))
}
