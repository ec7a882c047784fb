import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface Props<Tab extends string> {
  label: string
  tabs: readonly Tab[]
  labelOf: (tab: Tab) => string
  current: Tab
  onTab: (tab: Tab) => void
  children: ComponentChildren
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }

export function Tabs<Tab extends string>({ label, tabs, labelOf, current, onTab, children }: Props<Tab>) {
  const id = useId()

  function step(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
    const count = steps[event.key]
    if (!count) return
    event.preventDefault()
    const index = (tabs.indexOf(current) + count + tabs.length) % tabs.length
    onTab(tabs[index] ?? current)
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[index]?.focus()
  }

  return (
    <div class="tc-tabbed">
      <div class="tc-tabbed__tabs" role="tablist" aria-label={label} onKeyDown={step}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            class="tc-tabbed__tab"
            id={`${id}-${tab}`}
            aria-selected={tab === current}
            aria-controls={`${id}-panel`}
            tabIndex={tab === current ? 0 : -1}
            onClick={() => onTab(tab)}
          >
            {labelOf(tab)}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`}>
        {children}
      </div>
    </div>
  )
}
