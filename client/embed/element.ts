import { type MountedFrame, mount } from './mount.ts'
import type { PageMessage } from './protocol.ts'

declare global {
  interface HTMLElementTagNameMap {
    'ticket-center': TicketCenterElement
  }
}

/**
 * `<ticket-center src="…">` contains the frame. Each message of the frame is an event with its type as name and itself
 * as `detail`. A `height` fixes its height.
 */
export class TicketCenterElement extends HTMLElement {
  static observedAttributes = ['src', 'height']

  #mounted: MountedFrame | undefined

  connectedCallback(): void {
    this.#show()
  }

  attributeChangedCallback(name: string): void {
    if (name === 'height') this.#mounted?.setHeight(this.#height)
    else this.#show()
  }

  disconnectedCallback(): void {
    this.#mounted?.remove()
    this.#mounted = undefined
  }

  /** Sends a message as soon as the frame listens. */
  send(message: PageMessage): void {
    this.#mounted?.send(message)
  }

  get #height(): string | undefined {
    return this.getAttribute('height') ?? undefined
  }

  #show(): void {
    const src = this.getAttribute('src')
    const { iframe } = this.#mounted ?? {}
    // Attributes of a parsed element are announced one by one, and then its connection.
    if (!this.isConnected || iframe?.getAttribute('src') === src) return
    this.#mounted?.remove()
    this.#mounted = undefined
    if (!src) return
    const onMessage = (message: { type: string }) =>
      this.dispatchEvent(new CustomEvent(message.type, { detail: message }))
    this.#mounted = mount(this, src, { height: this.#height, onMessage })
  }
}

if (!customElements.get('ticket-center')) customElements.define('ticket-center', TicketCenterElement)
