import { type MountedFrame, mount, type Options } from './mount.ts'
import { watchUnread } from './watch-unread.ts'

export interface TicketCenterProps extends Options {
  /** Address of the frame, as your server signs it. */
  src: string
  /** Called with each new frame, to send messages to it. */
  onMount?: (frame: MountedFrame) => void
}

/** What React and Preact have in common. */
interface Library<Node> {
  createPlace(place: { current: HTMLDivElement | null }): Node
  useEffect(effect: () => (() => void) | undefined, dependencies: unknown[]): void
  useRef<Value>(value: Value): { current: Value }
  useState<Value>(value: Value): [Value, (value: Value) => void]
}

/** The component and the hook of a library. */
export function componentsOf<Node>({ createPlace, useEffect, useRef, useState }: Library<Node>) {
  /** The frame. */
  function TicketCenter({ src, height, onMessage, onMount }: TicketCenterProps): Node {
    const place = useRef<HTMLDivElement | null>(null)
    // A new function must not load the frame again.
    const listener = useRef(onMessage)
    listener.current = onMessage
    const frame = useRef<MountedFrame | null>(null)
    useEffect(() => {
      const mounted = mount(place.current as HTMLDivElement, src, {
        onMessage: (message) => listener.current?.(message),
      })
      frame.current = mounted
      onMount?.(mounted)
      return mounted.remove
    }, [src])
    useEffect(() => {
      frame.current?.setHeight(height)
      return undefined
    }, [src, height])
    return createPlace(place)
  }

  /** How many of the customer's tickets are unread; null until that is known. */
  function useUnread(src: string): number | null {
    const [count, setCount] = useState<number | null>(null)
    useEffect(() => watchUnread(src, setCount), [src])
    return count
  }

  return { TicketCenter, useUnread }
}
