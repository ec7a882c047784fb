import './styles.css'
import { render } from 'preact'
import { Speak } from '../shell/Speak.tsx'
import { takeRefusedLink } from './address/address.ts'
import { Announcer } from './announcements/Announcer.tsx'
import { Start } from './Start.tsx'
import { consoleText } from './texts/use-text.ts'

render(
  <Speak locale={document.documentElement.lang} text={consoleText}>
    <Announcer>
      <Start linkRefused={takeRefusedLink()} />
    </Announcer>
  </Speak>,
  document.getElementById('app') as HTMLElement,
)
