import type { ComponentChildren } from 'preact'
import { useCallback, useMemo, useRef, useState } from 'preact/hooks'
import { ShortcutContext } from './context.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { useShortcuts } from './use-shortcuts.ts'

interface Props {
  /** No list of tickets is in view, so the keys do nothing. */
  asleep: boolean
  children: ComponentChildren
}

export function Shortcuts({ asleep, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [single, setSingle] = useState(true)
  const openHelp = useCallback(() => dialog.current?.showModal(), [])
  const settings = useMemo(() => ({ single, setSingle, openHelp }), [single, openHelp])
  useShortcuts(asleep, single, openHelp)
  return (
    <ShortcutContext.Provider value={settings}>
      {children}
      <ShortcutsDialog dialogRef={dialog} />
    </ShortcutContext.Provider>
  )
}
