import { useEffect, useRef } from 'preact/hooks'
import { useRouter } from '../routing/route.ts'

/** Takes the focus after navigation, so that the keyboard and screen readers follow. */
export function PaneTitle({ children }: { children: string }) {
  const { moved } = useRouter()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (moved) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <h2 ref={heading} class="tc-pane-title tc-aligned" tabIndex={-1} dir="auto">
      {children}
    </h2>
  )
}
