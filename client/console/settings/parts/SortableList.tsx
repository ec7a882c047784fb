import type { ComponentChildren } from 'preact'
import { classNames } from '../../../ui/class-names.ts'
import { useAnnounce } from '../../announcements/use-announce.ts'
import { useText } from '../use-text.ts'
import { Grip } from './Grip.tsx'
import { MoveButtons } from './MoveButtons.tsx'
import { useDragging } from './use-dragging.ts'
import { useOrder } from './use-order.ts'

interface Props<Item> {
  label: string
  items: Item[]
  nameOf: (item: Item) => string
  send: (id: string, position: number) => Promise<unknown>
  /** Renders an item, including the buttons that move it. */
  children: (item: Item, buttons: ComponentChildren) => ComponentChildren
}

const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 }

/** Items that can be reordered by buttons, by Alt and an arrow key, or by dragging. */
export function SortableList<Item extends { id: string }>(props: Props<Item>) {
  const { label, items, nameOf, send, children } = props
  const text = useText()
  const announce = useAnnounce()
  const order = useOrder(items, send)
  const { dragged, start, over, drop, end } = useDragging(order)
  const { ordered, move } = order

  function step(item: Item, count: number): void {
    const index = ordered.indexOf(item) + count
    if (index < 0 || index >= ordered.length) return
    const focused = document.activeElement as HTMLElement | null
    void move(item.id, index)
    announce(text('order.moved', { name: nameOf(item), position: index + 1, count: ordered.length }))
    // An element that moves within the document loses the focus.
    requestAnimationFrame(() => focused?.focus())
  }

  function stepByKey(event: KeyboardEvent, item: Item): void {
    const count = event.altKey ? steps[event.key] : undefined
    if (!count) return
    event.preventDefault()
    step(item, count)
  }

  return (
    <ol class="tc-rows" aria-label={label}>
      {ordered.map((item, index) => (
        <li
          key={item.id}
          class={classNames('tc-row tc-row--sortable', dragged === item.id && 'tc-row--dragged')}
          onKeyDown={(event) => stepByKey(event, item)}
          onDragOver={(event) => over(event, index)}
          onDrop={drop}
        >
          <Grip onStart={() => start(item.id)} onEnd={end} />
          {children(
            item,
            <MoveButtons
              name={nameOf(item)}
              first={index === 0}
              last={index === ordered.length - 1}
              step={(count) => step(item, count)}
            />,
          )}
        </li>
      ))}
    </ol>
  )
}
