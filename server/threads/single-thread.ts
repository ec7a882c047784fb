import { type ResourceLimits, Worker } from 'node:worker_threads'

/**
 * A thread for work on files of strangers, one at a time: whatever they hold, the server keeps running. It posts one
 * message for each that it is sent, starts when it is first needed, and does not keep the process alive.
 */
export class SingleThread<Asked, Answer> {
  readonly #script: URL
  readonly #time: number
  readonly #limits: ResourceLimits
  #thread: Worker | undefined
  #turn: Promise<unknown> = Promise.resolve()

  /** `time` in milliseconds for one answer. */
  constructor(script: URL, time: number, limits: ResourceLimits = {}) {
    this.#script = script
    this.#time = time
    this.#limits = limits
  }

  /**
   * The answer; null if it takes too long or the thread dies, of which neither affects the next. What is asked is loaded
   * when it is its turn: those that wait take no memory.
   */
  ask(load: () => Promise<Asked>): Promise<Answer | null> {
    const answer = this.#turn.then(async () => this.#askInTurn(await load()))
    this.#turn = answer.catch(() => {})
    return answer
  }

  async #askInTurn(asked: Asked): Promise<Answer | null> {
    const thread = this.#started()
    const { promise, resolve } = Promise.withResolvers<Answer | null>()
    const giveUp = () => resolve(null)
    const timer = setTimeout(giveUp, this.#time)
    thread.once('message', resolve).once('exit', giveUp)
    thread.postMessage(asked)
    const answer = await promise
    clearTimeout(timer)
    thread.off('message', resolve).off('exit', giveUp)
    if (answer === null) await thread.terminate()
    return answer
  }

  #started(): Worker {
    if (this.#thread) return this.#thread
    const started = new Worker(this.#script, { resourceLimits: this.#limits })
    // Out of memory: the 'exit' event follows.
    started.on('error', () => {})
    started.on('exit', () => {
      if (this.#thread === started) this.#thread = undefined
    })
    started.unref()
    this.#thread = started
    return started
  }
}
