import { useState } from 'preact/hooks'

export interface NewKey {
  id: string
  name: string
  text: string
}

// The server does not store the keys themselves, so they stay here while other pages are shown.
let held: NewKey[] = []

addEventListener('beforeunload', (event) => {
  if (held.length > 0) event.preventDefault()
})

/** Keys created here, until the user confirms having copied them. */
export function useNewKeys() {
  const [keys, setKeys] = useState(held)
  function hold(next: NewKey[]): void {
    held = next
    setKeys(next)
  }
  return {
    keys,
    add: (key: NewKey) => hold([...held, key]),
    remove: ({ id }: NewKey) => hold(held.filter((key) => key.id !== id)),
  }
}
