import { useState } from 'preact/hooks'

export interface NewKey {
  id: string
  name: string
  value: string
}

/** The page that made it. */
export type Kind = 'keys' | 'webhooks'

// The server does not store the keys themselves, so they stay here while other pages are shown.
let newKeys: (NewKey & { kind: Kind })[] = []

addEventListener('beforeunload', (event) => {
  if (newKeys.length > 0) event.preventDefault()
})

/** Keys and secrets created on a page, until the user confirms having copied them. */
export function useNewKeys(kind: Kind) {
  const [keys, setKeys] = useState(newKeys)
  function replace(next: typeof newKeys): void {
    newKeys = next
    setKeys(next)
  }
  return {
    keys: keys.filter((key) => key.kind === kind),
    add: (key: NewKey) => replace([...newKeys, { ...key, kind }]),
    remove: ({ id }: NewKey) => replace(newKeys.filter((key) => key.id !== id)),
  }
}
