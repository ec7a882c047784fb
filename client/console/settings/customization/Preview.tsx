import { render } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ColorScheme } from '../../../graphql/operations.ts'
import formStyles from '../../../ticket-center/new-ticket/late.css?inline'
import type { Route } from '../../../ticket-center/routing/route.ts'
import styles from '../../../ticket-center/styles.css?inline'
import { useLocale } from '../../../ui/locale.ts'
import { Tabs } from '../../../ui/tabs/Tabs.tsx'
import { useSettings } from '../context.ts'
import { Block } from '../parts/Block.tsx'
import { useText } from '../use-text.ts'
import { SampleApp } from './SampleApp.tsx'
import { samplesIn, sampleTicketId } from './sample-state.ts'
import { adoptStyles } from './stylesheets.ts'
import { useFrameText } from './use-frame-text.ts'

const screens = ['list', 'ticket', 'new'] as const
const routes: Record<(typeof screens)[number], Route> = {
  list: { name: 'list' },
  ticket: { name: 'ticket', id: sampleTicketId },
  new: { name: 'new' },
}

interface Props {
  headHtml: string
  colorScheme: ColorScheme
}

/** The customers' app with sample tickets, in its own document: `:root` and widths are those of the frame. */
export function Preview({ headHtml, colorScheme }: Props) {
  const text = useText()
  const frameText = useFrameText()
  const locale = useLocale()
  const samples = useMemo(() => samplesIn(text), [text])
  const { website } = useSettings()
  const [route, go] = useState(routes.ticket)
  const [inside, setInside] = useState<Document>()
  const frame = useRef<HTMLIFrameElement>(null)

  useEffect(() => {
    if (inside) adoptStyles(inside, styles + formStyles, headHtml)
  }, [inside, headHtml])

  useEffect(() => {
    const scheme = { AUTO: 'light dark', LIGHT: 'light', DARK: 'dark' }[colorScheme]
    inside?.querySelector('meta')?.setAttribute('content', scheme)
  }, [inside, colorScheme])

  useEffect(() => {
    const app = inside?.getElementById('app')
    if (!app || !frameText) return
    render(<SampleApp {...{ route, go, website, samples, locale }} text={frameText} />, app)
  }, [inside, route, website, samples, locale, frameText])

  useEffect(() => {
    const app = inside?.getElementById('app')
    return () => {
      if (app) render(null, app)
    }
  }, [inside])

  return (
    <Block title={text('preview.title')} text={text('preview.text')}>
      <Tabs
        label={text('preview.screens')}
        tabs={screens}
        labelOf={(one) => text(`preview.${one}`)}
        current={route.name === 'number' ? 'ticket' : route.name}
        onTab={(name) => go(routes[name])}
      >
        <iframe
          ref={frame}
          class="tc-preview"
          title={text('preview.title')}
          srcdoc={`<!doctype html><html lang="${locale}"><meta name="color-scheme" content="light dark"><title>${text('preview.title')}</title><div id="app"></div>`}
          onLoad={() => setInside(frame.current?.contentDocument ?? undefined)}
        />
      </Tabs>
    </Block>
  )
}
