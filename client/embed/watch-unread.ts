import { readFrameMessage } from './protocol.ts'

/** Milliseconds between two requests. */
const interval = 60_000

/**
 * Reports how many tickets are unread: now, every minute while the page is visible, and at once when a frame of the same
 * customer in this page says so. `src` is that of the frame, which does not have to be open. Returns a function that
 * stops it.
 */
export function watchUnread(src: string, onCount: (count: number) => void): () => void {
  const address = unreadAddress(src)
  let stopped = false

  async function ask(): Promise<void> {
    if (document.hidden || stopped) return
    const response = await fetch(address, { credentials: 'omit' }).catch(() => null)
    if (response?.ok) {
      const { unread } = await response.json()
      if (!stopped) onCount(unread)
    } else if (response && response.status < 429) {
      // Refused: retrying would not help.
      stop()
    }
  }

  function receive({ source, data }: MessageEvent): void {
    const message = readFrameMessage(data)
    if (message?.type !== 'unread') return
    const frame = framesIn(document).find((one) => one.contentWindow === source)
    if (frame?.src && unreadAddress(frame.src) === address) onCount(message.count)
  }

  function stop(): void {
    stopped = true
    clearInterval(timer)
    removeEventListener('message', receive)
    document.removeEventListener('visibilitychange', ask)
  }

  const timer = setInterval(ask, interval)
  addEventListener('message', receive)
  document.addEventListener('visibilitychange', ask)
  ask()
  return stop
}

/** Also those in open shadow roots. */
function framesIn(root: ParentNode): HTMLIFrameElement[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    if (element instanceof HTMLIFrameElement) return element
    return element.shadowRoot ? framesIn(element.shadowRoot) : []
  })
}

/** Where to ask, with those arguments of the frame's address that prove who is signed in. */
function unreadAddress(src: string): string {
  const { origin, pathname, searchParams } = new URL(src, location.href)
  const proof = ['email', 'hmac'].map((name) => [name, searchParams.get(name) ?? ''])
  return `${origin}${pathname}/unread?${new URLSearchParams(proof)}`
}
