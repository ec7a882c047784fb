import { useState } from 'preact/hooks'
import type { useOrder } from './use-order.ts'

/** Which item of a list is being dragged, and the list's drag handlers. */
export function useDragging<Item extends { id: string }>({
  ordered,
  put,
  move,
  reset,
}: ReturnType<typeof useOrder<Item>>) {
  const [dragged, setDragged] = useState<string>()

  function over(event: DragEvent, index: number): void {
    if (!dragged) return
    event.preventDefault()
    if (dragged !== ordered[index]?.id) put(dragged, index)
  }

  // Use the order as shown: the pointer may still be over another item.
  function drop(event: DragEvent): void {
    event.preventDefault()
    const index = ordered.findIndex(({ id }) => id === dragged)
    if (dragged && index >= 0) void move(dragged, index)
    setDragged(undefined)
  }

  function end({ dataTransfer }: DragEvent): void {
    if (dataTransfer?.dropEffect === 'none') reset()
    setDragged(undefined)
  }

  return { dragged, start: setDragged, over, drop, end }
}
