import { useState } from 'preact/hooks'

/** A form's values: those of the server, under those typed here. What was not touched follows the server. */
export function useEdits<Values extends object>(held: Values) {
  const [edits, setEdits] = useState<Partial<Values>>({})
  return {
    values: { ...held, ...edits },
    edit: (edit: Partial<Values>) => setEdits((before) => ({ ...before, ...edit })),
    clear: () => setEdits({}),
  }
}
