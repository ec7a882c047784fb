import type { ComponentChildren } from 'preact'
import { useCallback, useMemo, useRef, useState } from 'preact/hooks'
import { ShortcutContext } from './context.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { useShortcuts } from './use-shortcuts.ts'

export function Shortcuts({ children }: { children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [single, setSingle] = useState(true)
  const openHelp = useCallback(() => dialog.current?.showModal(), [])
  const settings = useMemo(() => ({ single, setSingle, openHelp }), [single, openHelp])
  useShortcuts(single, openHelp)
  return (
    <ShortcutContext.Provider value={settings}>
      {children}
      <ShortcutsDialog dialogRef={dialog} />
    </ShortcutContext.Provider>
  )
}
