import { useEffect, useState } from 'preact/hooks'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import type { Layout } from './layout/use-layout.ts'
import type { Settings } from './settings/Settings.tsx'
import { loadSettingsTexts, SettingsTextContext, type SettingsTexts } from './settings/use-text.ts'
import { useText } from './texts/use-text.ts'

interface Props {
  section: string
  layout: Layout
}

/** Most operators never open the settings, so their code and texts load on demand. */
export function SettingsLoader({ section, layout }: Props) {
  const text = useText()
  const [loaded, setLoaded] = useState<{ Page: typeof Settings; texts: SettingsTexts }>()
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    Promise.all([import('./settings/Settings.tsx'), loadSettingsTexts()]).then(
      ([{ Settings: Page }, texts]) => setLoaded({ Page, texts }),
      () => setFailed(true),
    )
  }, [])

  if (loaded) {
    return (
      <SettingsTextContext.Provider value={loaded.texts}>
        <loaded.Page section={section} layout={layout} />
      </SettingsTextContext.Provider>
    )
  }
  return (
    <main class="tc-settings-wait">
      <h1 class="tc-hidden">{text('settings.title')}</h1>
      {failed ? (
        <Notice kind="error" title={text('settings.failed.title')} text={text('settings.absent.text')}>
          {/* Browsers remember that a module failed to load; only a reload tries again. */}
          <Button onClick={() => location.reload()}>{text('app.reload')}</Button>
        </Notice>
      ) : (
        <Skeleton label={text('app.loading')} rows={4} />
      )}
    </main>
  )
}
