import './styles.css'
import { render } from 'preact'
import { createImportLate } from '../shell/import-late.ts'
import { takeRefusedLink } from './address/address.ts'
import { Announcer } from './announcements/Announcer.tsx'
import { Start } from './Start.tsx'
import { loadTexts } from './texts/load-texts.ts'
import { Texts } from './texts/Texts.tsx'

globalThis.importLate = createImportLate(import.meta.url)
const linkRefused = takeRefusedLink()

void loadTexts('console').then((texts) =>
  render(
    <Texts first={texts}>
      <Announcer>
        <Start linkRefused={linkRefused} />
      </Announcer>
    </Texts>,
    document.getElementById('app') as HTMLElement,
  ),
)
import('../shell/keep-focus.ts').catch(() => {})
