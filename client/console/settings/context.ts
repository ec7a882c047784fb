import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ConsoleSettingsWebsiteFragment } from '../../graphql/operations.ts'

export interface Held {
  website: ConsoleSettingsWebsiteFragment
  settings: NonNullable<ConsoleSettingsWebsiteFragment['settings']>
}

interface Settings extends Held {
  /** Asks the server for everything again; done when the answer is shown. */
  refresh: () => Promise<void>
}

export const SettingsContext = createContext<Settings | null>(null)

/** Only below the provider: no page is drawn before the settings are there. */
export function useSettings(): Settings {
  return useContext(SettingsContext) as Settings
}
