import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../../../ui/Icon.tsx'
import { useAnnounce } from '../../use-announce.ts'
import { useText } from '../use-text.ts'
import { MoveButtons } from './MoveButtons.tsx'
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
  const { ordered, put, move, reset } = useOrder(items, send)
  const [dragged, setDragged] = useState<string>()

  function step(item: Item, count: number): void {
    const index = ordered.indexOf(item) + count
    if (index < 0 || index >= ordered.length) return
    const focused = document.activeElement as HTMLElement | null
    void move(item.id, index)
    announce(text('order.moved', { name: nameOf(item), position: index + 1, count: ordered.length }))
    // An element that moves within the document loses the focus.
    requestAnimationFrame(() => focused?.focus())
  }

  // Use the order as shown: the pointer may still be over another item.
  function drop(): void {
    const index = ordered.findIndex(({ id }) => id === dragged)
    if (dragged && index >= 0) void move(dragged, index)
    setDragged(undefined)
  }

  return (
    <ol class="tc-rows" aria-label={label}>
      {ordered.map((item, index) => (
        <li
          key={item.id}
          class={`tc-row tc-row--sortable${dragged === item.id ? ' tc-row--dragged' : ''}`}
          onKeyDown={(event) => {
            const count = event.altKey ? steps[event.key] : undefined
            if (!count) return
            event.preventDefault()
            step(item, count)
          }}
          onDragOver={(event) => {
            if (!dragged) return
            event.preventDefault()
            if (dragged !== item.id) put(dragged, index)
          }}
          onDrop={(event) => {
            event.preventDefault()
            drop()
          }}
        >
          <span
            class="tc-grip"
            aria-hidden="true"
            title={text('order.drag')}
            draggable
            onDragStart={(event) => {
              event.dataTransfer?.setDragImage(
                event.currentTarget.parentElement ?? event.currentTarget,
                16,
                24,
              )
              setDragged(item.id)
            }}
            onDragEnd={(event) => {
              if (event.dataTransfer?.dropEffect === 'none') reset()
              setDragged(undefined)
            }}
          >
            <Icon name="grip" />
          </span>
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
