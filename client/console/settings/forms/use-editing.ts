import { useEffect, useRef, useState } from 'preact/hooks'

/** Whether something is being edited where it stands. Afterwards the focus is back on the button that began it. */
export function useEditing() {
  const [editing, setEditing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const began = useRef(false)
  useEffect(() => {
    if (began.current && !editing) opener.current?.focus()
    began.current = editing
  }, [editing])
  return { editing, start: () => setEditing(true), stop: () => setEditing(false), opener: { ref: opener } }
}
