import { useState } from 'preact/hooks'

/** A form's values: the server's, overridden by local edits. Untouched fields follow the server. */
export function useEdits<Values extends object>(saved: Values) {
  const [edits, setEdits] = useState<Partial<Values>>({})
  return {
    values: { ...saved, ...edits },
    edit: (edit: Partial<Values>) => setEdits((before) => ({ ...before, ...edit })),
    clear: () => setEdits({}),
  }
}
