import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

export interface ShortcutSettings {
  /** Whether keys without Ctrl or ⌘ are shortcuts: people who dictate must be able to turn them off. */
  single: boolean
  setSingle: (single: boolean) => void
  openHelp: () => void
}

export const ShortcutContext = createContext<ShortcutSettings>({
  single: true,
  setSingle: () => {},
  openHelp: () => {},
})

export function useShortcutSettings(): ShortcutSettings {
  return useContext(ShortcutContext)
}
