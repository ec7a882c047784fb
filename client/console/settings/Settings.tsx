import './styles.css'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { Layout } from '../layout/use-layout.ts'
import { SettingsContext } from './context.ts'
import { focusTitle } from './parts/focus-title.ts'
import { SectionNav } from './SectionNav.tsx'
import { SectionPage } from './SectionPage.tsx'
import { SectionSelect } from './SectionSelect.tsx'
import { sectionOf } from './sections.ts'
import { useSettingsQuery } from './use-settings-query.ts'
import { useText } from './use-text.ts'

interface Props {
  section: string
  layout: Layout
}

export function Settings({ section, layout }: Props) {
  const text = useText()
  const current = sectionOf(section)
  const { loaded, failed, refresh } = useSettingsQuery()
  const settings = useMemo(() => loaded && { ...loaded, refresh }, [loaded, refresh])
  const page = useRef<HTMLElement>(null)
  const before = useRef(current)

  useEffect(() => {
    if (before.current === current) return
    before.current = current
    page.current?.scrollTo(0, 0)
    // Keep the focus on the select while the user steps through its options.
    if (layout > 1) focusTitle()
  }, [current])

  return (
    <div class={`tc-settings${layout === 1 ? ' tc-settings--narrow' : ''}`}>
      {layout === 1 ? <SectionSelect current={current} /> : <SectionNav current={current} />}
      <main ref={page} class="tc-settings__main">
        <div class={`tc-settings__page tc-settings__page--${current}`}>
          {settings && (
            <SettingsContext.Provider value={settings}>
              <SectionPage key={current} section={current} />
            </SettingsContext.Provider>
          )}
          {!settings && <h1 class="tc-page__title">{text(`section.${current}`)}</h1>}
          {!settings && !failed && <Skeleton label={text('app.loading')} rows={4} />}
          {!settings && failed && (
            <Notice kind="error" title={text('settings.failed.title')} text={text('settings.failed.text')}>
              <Button onClick={() => void refresh()}>{text('app.retry')}</Button>
            </Notice>
          )}
        </div>
      </main>
    </div>
  )
}
