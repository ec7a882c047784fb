import type { ExecutionResult } from 'graphql'
import { graphqlUrl } from './endpoint.ts'
import type { GraphQLRequest } from './post.ts'

interface Options {
  send: typeof fetch
  signal: AbortSignal
  onOpen: () => void
  onResult: (result: ExecutionResult) => void
}

/** A subscription by server-sent events, for networks that let no WebSocket through. Resolves when it ends. */
export async function eventStream(request: GraphQLRequest, options: Options): Promise<void> {
  const response = await options.send(graphqlUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify(request),
    signal: options.signal,
  })
  if (!response.ok || !response.body) throw new Error(`The server answered ${response.status}`)
  options.onOpen()
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let buffer = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (buffer + part.value).split('\n\n')
    buffer = blocks.pop() ?? ''
    for (const block of blocks) {
      const data = block.match(/^data: ?(.*)$/m)?.[1]
      if (block.includes('event: next') && data) options.onResult(JSON.parse(data))
    }
  }
}
