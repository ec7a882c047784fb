import type { Connection } from './connection.ts'

const whileVisible = 5_000
const whileHidden = 2 * 60_000

/** This many milliseconds, give or take a fifth, so that pages that start together do not poll together. */
export const about = (milliseconds: number) => milliseconds * (0.8 + Math.random() * 0.4)

/** Starts polling: often while the page is visible, rarely while it is hidden. Returns a function that stops it. */
export function startPolling(connection: Connection): () => void {
  let timer: ReturnType<typeof setTimeout>
  function poll(): void {
    clearTimeout(timer)
    timer = setTimeout(poll, about(connection.visible ? whileVisible : whileHidden))
    connection.poll()
  }
  const stopWatching = connection.onVisible(poll)
  poll()
  return () => {
    clearTimeout(timer)
    stopWatching()
  }
}
