import { useState } from 'preact/hooks'

export interface NewKey {
  id: string
  name: string
  text: string
}

// Only here: the server does not store their texts. So they stay while other pages of the console are shown.
let held: NewKey[] = []

addEventListener('beforeunload', (event) => {
  if (held.length > 0) event.preventDefault()
})

/** Keys that were created here, until somebody says that they have them. */
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
