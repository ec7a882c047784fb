/** What Tab reaches. */
const stops =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]'

const stopsIn = (place: ParentNode) =>
  [...place.querySelectorAll<HTMLElement>(stops)].filter((stop) => stop.checkVisibility())

/** What may go while it has the focus: a button that was pressed with a key, a placeholder, or “Show older”. */
let watched: { element: Element; before: HTMLElement[]; places: Element[] } | undefined

function watch(element: Element): void {
  const all = stopsIn(document)
  const places: Element[] = []
  for (let place = element.parentElement; place; place = place.parentElement) places.push(place)
  watched = { element, before: all.slice(0, all.indexOf(element as HTMLElement)), places }
}

/** Otherwise the next Tab would start from the top, or leave the frame. */
function moveFocus(): void {
  if (!watched || watched.element.isConnected) return
  const { before, places } = watched
  watched = undefined
  if (document.activeElement !== document.body) return
  const previous = before.findLast((stop) => stop.isConnected)
  const isNext = (stop: Element) =>
    !previous || previous.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING
  for (const place of places) {
    if (!place.isConnected) continue
    // In a long text that is scrolled, the next one may be far away.
    const target = place.closest<HTMLElement>('[tabindex="0"]') ?? stopsIn(place).find(isNext)
    target?.focus()
    if (target) break
  }
}

document.addEventListener('focusin', ({ target }) => {
  if ((target as Element).matches('[role="status"], .tc-more *')) watch(target as Element)
})
document.addEventListener(
  'click',
  // A pointer counts its clicks.
  ({ detail, target }) => {
    const pressed = (target as Element).closest('button')
    if (detail === 0 && pressed) watch(pressed)
  },
  { capture: true },
)
new MutationObserver(moveFocus).observe(document.body, { childList: true, subtree: true })

export {}
