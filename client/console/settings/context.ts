import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ConsoleSettingsWebsiteFragment } from '../../graphql/operations.ts'

export interface LoadedSettings {
  website: ConsoleSettingsWebsiteFragment
  settings: NonNullable<ConsoleSettingsWebsiteFragment['settings']>
}

interface Settings extends LoadedSettings {
  /** Refetches everything; resolves once the result is shown. */
  refresh: () => Promise<void>
}

export const SettingsContext = createContext<Settings | null>(null)

/** Only below the provider: no page renders before the settings are loaded. */
export function useSettings(): Settings {
  return useContext(SettingsContext) as Settings
}
