import { useLate } from './late/use-late.ts'
import { Waiting } from './late/Waiting.tsx'
import type { Layout } from './layout/use-layout.ts'
import { loadSettingsTexts, SettingsTextContext } from './settings/use-text.ts'
import { useText } from './texts/use-text.ts'

interface Props {
  section: string
  layout: Layout
}

/** Most operators never open the settings, so their code and texts load on demand. */
export function SettingsLoader({ section, layout }: Props) {
  const text = useText()
  const { loaded, failed } = useLate(() =>
    Promise.all([import('./settings/Settings.tsx'), loadSettingsTexts()]),
  )

  if (loaded) {
    const [{ Settings }, texts] = loaded
    return (
      <SettingsTextContext.Provider value={texts}>
        <Settings section={section} layout={layout} />
      </SettingsTextContext.Provider>
    )
  }
  return (
    <main class="tc-settings-wait">
      <h1 class="tc-hidden">{text('settings.title')}</h1>
      <Waiting failed={failed} />
    </main>
  )
}
