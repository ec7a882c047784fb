/**
 * Chromium reloads a frame without a Referer, which would be refused. So the frame's own address proves that this page
 * was opened from an allowed one. The rest of the address stays as the dashboard wrote it.
 */
export function rememberSeen(seen: string): void {
  const given = location.search.slice(1).split('&')
  const kept = given.filter((argument) => !argument.startsWith('seen='))
  const query = [...kept, `seen=${encodeURIComponent(seen)}`].join('&')
  history.replaceState(history.state, '', `?${query}${location.hash}`)
}
