import { html, raw } from '../html/html.ts'
import { SharedMarkup } from '../http/gzip-parts.ts'
import type { Language } from '../languages/choose-language.ts'
import { dataTemplate } from './app-document.ts'
import { frameFiles, fromVite } from './client-files.ts'

const cache = new Map<string, SharedMarkup>()

/** Styles, texts and script of the frame's app: what all its documents in one language share. */
export function frameApp({ tag, texts }: Language): SharedMarkup {
  const cached = cache.get(tag)
  if (cached) return cached
  const { head, script } = fromVite('ticket-center/main.tsx') ?? inline()
  const app = new SharedMarkup(
    html`${raw(head)}\n${dataTemplate('texts', texts.frame)}\n${raw(script)}`.markup,
  )
  cache.set(tag, app)
  return app
}

function inline() {
  const { script, style } = frameFiles()
  return { head: `<style>${style}</style>`, script: `<script type="module">${script}</script>` }
}
