/** Sockets that a test opens, answers and closes, as a network and a server would. */
export class FakeSocket {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  static all: FakeSocket[] = []
  static get last(): FakeSocket {
    const last = FakeSocket.all.at(-1)
    if (!last) throw new Error('No socket was opened')
    return last
  }

  readyState = FakeSocket.CONNECTING
  readonly sent: { type: string; id?: string; payload?: Record<string, unknown> }[] = []
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: ((event: unknown) => void) | null = null
  readonly url: string

  constructor(url: string) {
    this.url = url
    FakeSocket.all.push(this)
  }

  send(text: string): void {
    const message = JSON.parse(text)
    this.sent.push(message)
    if (message.type === 'ping') queueMicrotask(() => this.receive({ type: 'pong' }))
  }

  close(code = 1000, reason = ''): void {
    if (this.readyState === FakeSocket.CLOSED) return
    this.readyState = FakeSocket.CLOSED
    this.onclose?.({ code, reason })
  }

  /** The connection opens; the server has not acknowledged it yet. */
  open(): void {
    this.readyState = FakeSocket.OPEN
    this.onopen?.()
  }

  receive(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) })
  }

  /** The operations sent over it. */
  get operations() {
    return this.sent.filter(({ type }) => type === 'subscribe')
  }

  /** The server's answer to the newest operation. */
  next(data: object): void {
    this.receive({ type: 'next', id: this.operations.at(-1)?.id, payload: { data } })
  }

  /** The server ends the newest operation with an error in its last payload. */
  fail(code: string): void {
    const id = this.operations.at(-1)?.id
    const errors = [{ message: code, extensions: { code } }]
    this.receive({ type: 'next', id, payload: { data: null, errors } })
    this.receive({ type: 'complete', id })
  }
}
