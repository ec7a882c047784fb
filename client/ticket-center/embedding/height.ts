const scrollers = '.tc-sidebar__body, .tc-thread, .tc-home, .tc-new-ticket'

let observer: ResizeObserver | undefined

/** Reports the height at which nothing in the frame scrolls, whenever a visible part or its contents change. */
export function watchHeight(onHeight: (height: number) => void): void {
  observer?.disconnect()
  observer = new ResizeObserver(() => onHeight(wantedHeight()))
  for (const part of visibleScrollers()) for (const one of [part, ...part.children]) observer.observe(one)
}

function visibleScrollers(): HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>(scrollers)]
  return all.filter((part) => part.checkVisibility({ visibilityProperty: true }))
}

function wantedHeight(): number {
  const needed = visibleScrollers().map((part) => innerHeight - part.clientHeight + contentHeight(part))
  return Math.max(0, ...needed)
}

/** Unlike `scrollHeight`, it can be less than the height of the part. */
function contentHeight(part: HTMLElement): number {
  const contents = document.createRange()
  contents.selectNodeContents(part)
  const { paddingTop, paddingBottom } = getComputedStyle(part)
  const padding = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom)
  return Math.ceil(contents.getBoundingClientRect().height + padding)
}
