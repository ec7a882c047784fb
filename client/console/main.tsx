import './styles.css'
import { render } from 'preact'
import { LocaleContext } from '../ui/locale.ts'
import { Announcer } from './Announcer.tsx'
import { takeRefusedLink } from './address/address.ts'
import { Start } from './Start.tsx'

render(
  <LocaleContext.Provider value={document.documentElement.lang}>
    <Announcer>
      <Start linkRefused={takeRefusedLink()} />
    </Announcer>
  </LocaleContext.Provider>,
  document.getElementById('app') as HTMLElement,
)
