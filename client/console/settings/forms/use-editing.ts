import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Whether something is being edited in place. Afterwards the focus returns to the button that started it. */
export function useEditing() {
  const [editing, setEditing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const began = useRef(false)
  useLayoutEffect(() => {
    if (began.current && !editing) opener.current?.focus()
    began.current = editing
  }, [editing])
  return { editing, start: () => setEditing(true), stop: () => setEditing(false), opener: { ref: opener } }
}
