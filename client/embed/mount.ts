import { type FrameMessage, type PageMessage, readFrameMessage } from './protocol.ts'

export interface Options {
  /** A fixed height, such as `800px`. Without it, the frame is 600 pixels high, or more for long contents. */
  height?: string
  onMessage?: (message: FrameMessage) => void
}

export interface MountedFrame {
  iframe: HTMLIFrameElement
  /** Fixes its height, such as `800px`; without one, it follows the contents from now on. */
  setHeight(height?: string): void
  /** Sends a message as soon as the frame listens. */
  send(message: PageMessage): void
  remove(): void
}

/** Milliseconds after which a loaded frame should have spoken. */
const speakTimeout = 10_000

/** Adds the frame to a page: the same element as the documented tag. */
export function mount(place: Element, src: string, { height, onMessage }: Options = {}): MountedFrame {
  const iframe = document.createElement('iframe')
  const attributes = {
    title: 'Ticket Center',
    src,
    referrerpolicy: 'origin',
    sandbox: 'allow-forms allow-popups allow-scripts',
    width: '100%',
    height: height ?? '600px',
    frameborder: '0',
  }
  for (const [name, value] of Object.entries(attributes)) iframe.setAttribute(name, value)

  let fixed = height
  let contents = ''
  function setHeight(height?: string): void {
    fixed = height
    iframe.setAttribute('height', fixed ?? '600px')
    iframe.style.height = fixed ? '' : contents
  }

  let timer: ReturnType<typeof setTimeout>
  let waiting: PageMessage[] | undefined = []
  // The sandbox gives the frame an opaque origin, which only `*` addresses; no message has anything secret.
  const post = (message: PageMessage) => iframe.contentWindow?.postMessage(message, '*')

  function receive({ source, origin, data }: MessageEvent): void {
    if (!source || source !== iframe.contentWindow) return
    if (origin !== 'null' && origin !== new URL(iframe.src).origin) return
    const message = readFrameMessage(data)
    if (!message) return
    if (message.type === 'ready') {
      clearTimeout(timer)
      waiting?.forEach(post)
      waiting = undefined
    }
    if (message.type === 'resize') {
      contents = `clamp(600px, ${message.height}px, 100vh)`
      setHeight(fixed)
    }
    onMessage?.(message)
  }

  addEventListener('message', receive)
  iframe.addEventListener('load', () => {
    if (waiting) timer = setTimeout(() => onMessage?.({ type: 'error', code: 'NOT_READY' }), speakTimeout)
  })
  place.append(iframe)

  return {
    iframe,
    setHeight,
    send: (message) => (waiting ? waiting.push(message) : post(message)),
    remove() {
      clearTimeout(timer)
      removeEventListener('message', receive)
      iframe.remove()
    },
  }
}
