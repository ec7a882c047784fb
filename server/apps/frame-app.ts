import { configured } from '../config/config.ts'
import { html, raw, sourceHash } from '../html/html.ts'
import { SharedMarkup } from '../http/compress-parts.ts'
import type { Language } from '../languages/choose-language.ts'
import { scriptStyles } from '../languages/typography.ts'
import { dataTemplate } from './app-document.ts'
import { frameFiles, fromVite } from './client-files.ts'

interface FrameApp {
  markup: SharedMarkup
  /** Source expressions for the policy. */
  styleHash: string
  scriptHash: string
}

const cache = configured(() => new Map<string, FrameApp>())

/** Styles, texts and script of the frame's app: what all its documents in one language share. */
export function frameApp({ tag, texts }: Language): FrameApp {
  const cached = cache().get(tag)
  if (cached) return cached
  const { script, scriptHash, style: common } = frameFiles()
  const own = scriptStyles(tag)
  const style = own ? `${common}\n@layer tc{${own}}` : common
  const tags = fromVite('ticket-center/main.tsx') ?? {
    head: `<style>${style}</style>`,
    script: `<script type="module">${script}</script>`,
  }
  const markup = html`${raw(tags.head)}\n${dataTemplate('texts', texts.frame)}\n${raw(tags.script)}`.markup
  const app = { markup: new SharedMarkup(markup), styleHash: sourceHash(style), scriptHash }
  cache().set(tag, app)
  return app
}
