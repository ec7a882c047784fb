import { useEffect, useRef } from 'preact/hooks'
import { type Route, useRouter } from '../routing/route.ts'

/** Where a title has had the focus: that of what was loaded replaces the one shown until then. */
let seen: Route | undefined

/** Takes the focus after navigation, so that the keyboard and screen readers follow, unless it has gone on by then. */
export function PaneTitle({ children }: { children: string }) {
  const { moved, route } = useRouter()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!moved || (seen === route && document.activeElement !== document.body)) return
    seen = route
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <h2 ref={heading} class="tc-pane-title tc-aligned" tabIndex={-1} dir="auto">
      {children}
    </h2>
  )
}
