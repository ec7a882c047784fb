import { useRef, useState } from 'preact/hooks'

interface Identified {
  id: string
}

/** Items added since come last. */
function inOrder<Item extends Identified>(items: Item[], ids: string[]): Item[] {
  const places = new Map(ids.map((id, index) => [id, index]))
  const place = ({ id }: Item) => places.get(id) ?? ids.length
  return [...items].sort((one, other) => place(one) - place(other))
}

/** Shows a new order at once and sends one move after another; after the last one, the server's order applies. */
export function useOrder<Item extends Identified>(
  items: Item[],
  send: (id: string, position: number) => Promise<unknown>,
) {
  const [order, setOrder] = useState<string[]>()
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const waiting = useRef(0)
  const ordered = order ? inOrder(items, order) : items

  function put(id: string, index: number): void {
    const ids = ordered.map((item) => item.id).filter((other) => other !== id)
    ids.splice(index, 0, id)
    setOrder(ids)
  }

  async function move(id: string, index: number): Promise<void> {
    put(id, index)
    waiting.current += 1
    queue.current = queue.current.then(() => send(id, index + 1))
    await queue.current
    waiting.current -= 1
    if (waiting.current === 0) setOrder(undefined)
  }

  return { ordered, put, move, reset: () => setOrder(undefined) }
}
