import './styles.css'
import { render } from 'preact'
import { TooLongContext } from '../ui/limits.ts'
import { LocaleContext } from '../ui/locale.ts'
import { Announcer } from './Announcer.tsx'
import { takeRefusedLink } from './address/address.ts'
import { Start } from './Start.tsx'
import { consoleText } from './use-text.ts'

render(
  <LocaleContext.Provider value={document.documentElement.lang}>
    <TooLongContext.Provider value={(count) => consoleText('field.tooLong', { count })}>
      <Announcer>
        <Start linkRefused={takeRefusedLink()} />
      </Announcer>
    </TooLongContext.Provider>
  </LocaleContext.Provider>,
  document.getElementById('app') as HTMLElement,
)
