/** Calls `load` when a message's link is first pointed at: its hint is not in the document. */
export function awaitLink(load: (first: Event) => Promise<void>): void {
  const awaiting = new AbortController()
  function meet(event: Event): void {
    if (!(event.target as Element).closest?.('.tc-rich-text a,.tc-attachment')) return
    awaiting.abort()
    load(event).catch(() => awaitLink(load))
  }
  for (const type of ['mouseover', 'focusin', 'touchstart'])
    document.addEventListener(type, meet, { signal: awaiting.signal })
}
