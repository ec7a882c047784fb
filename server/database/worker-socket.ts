import { Duplex } from 'node:stream'

/** Types of messages that wait for a Sync or Flush: Parse, Bind, Describe, Execute, Close. */
const incomplete = new Set([...'PBDEC'].map((type) => type.charCodeAt(0)))

/**
 * A socket for `pg`: exchanges bytes with the embedded database's thread, in groups that it can answer. `send` gets
 * null once the client is gone.
 */
export class WorkerSocket extends Duplex {
  #send: (bytes: Uint8Array<ArrayBuffer> | null) => void
  #written: Buffer = Buffer.alloc(0)
  #started = false

  constructor(send: (bytes: Uint8Array<ArrayBuffer> | null) => void) {
    super()
    this.#send = send
  }

  connect() {
    queueMicrotask(() => this.emit('connect'))
  }

  setNoDelay() {}
  setKeepAlive() {}
  ref() {}
  unref() {}

  override _read() {}

  override _writev(chunks: { chunk: Buffer }[], done: () => void) {
    this.#written = Buffer.concat([this.#written, ...chunks.map(({ chunk }) => chunk)])
    const end = this.#endOfGroup()
    // A buffer of Node's own shares its memory with others, all of which would be copied to the thread.
    if (end > 0) this.#send(new Uint8Array(this.#written.subarray(0, end)))
    this.#written = this.#written.subarray(end)
    done()
  }

  /** Length of the messages from the start that can be answered now. */
  #endOfGroup(): number {
    let end = 0
    let start = 0
    for (;;) {
      // The first message has no type.
      const type = this.#started ? 1 : 0
      if (this.#written.length < start + type + 4) return end
      const next = start + type + this.#written.readInt32BE(start + type)
      if (this.#written.length < next) return end
      if (!type || !incomplete.has(this.#written.readUInt8(start))) end = next
      this.#started = true
      start = next
    }
  }

  override _final(done: () => void) {
    done()
    this.destroy()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void) {
    this.#send(null)
    done(error)
  }
}
