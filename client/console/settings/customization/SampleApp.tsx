import { Client } from '@urql/core'
import { Provider } from '@urql/preact'
import { useMemo, useReducer } from 'preact/hooks'
import type { ConsoleSettingsWebsiteFragment } from '../../../graphql/operations.ts'
import en from '../../../i18n/catalogues/en.json' with { type: 'json' }
import { createText } from '../../../i18n/text.ts'
import { TextContext } from '../../../shell/text.ts'
import { Detail } from '../../../ticket-center/Detail.tsx'
import { type Parts, PartsContext } from '../../../ticket-center/late/parts.ts'
import { FormAndFaqs } from '../../../ticket-center/new-ticket/FormAndFaqs.tsx'
import { type Route, RouterContext } from '../../../ticket-center/route.ts'
import { StoreContext } from '../../../ticket-center/state/context.ts'
import { reduce } from '../../../ticket-center/state/reducer.ts'
import { SearchResults } from '../../../ticket-center/tickets/SearchResults.tsx'
import { Sidebar } from '../../../ticket-center/tickets/Sidebar.tsx'
import { LocaleContext } from '../../../ui/locale.ts'
import { sampleState } from './sample-state.ts'

const text = createText({ ...en.frame, ...en.late }, 'en')
const parts: Parts = {
  form: () => Promise.resolve({ FormAndFaqs }),
  search: () => Promise.resolve({ SearchResults }),
}
// The preview sends nothing to the server.
const client = new Client({ url: 'about:blank', exchanges: [] })

interface Props {
  route: Route
  go: (route: Route) => void
  website: ConsoleSettingsWebsiteFragment
  locale: string
}

export function SampleApp({ route, go, website, locale }: Props) {
  const [state, dispatch] = useReducer(reduce, website, sampleState)
  const router = useMemo(() => ({ route, go, replace: go, moved: false }), [route, go])
  const store = useMemo(() => ({ state, dispatch }), [state])
  return (
    <Provider value={client}>
      <LocaleContext.Provider value={locale}>
        <TextContext.Provider value={text}>
          <PartsContext.Provider value={parts}>
            <RouterContext.Provider value={router}>
              <StoreContext.Provider value={store}>
                <main class={`tc-app tc-app--${route.name}`}>
                  <Sidebar failed={false} reload={() => {}} />
                  <Detail />
                </main>
              </StoreContext.Provider>
            </RouterContext.Provider>
          </PartsContext.Provider>
        </TextContext.Provider>
      </LocaleContext.Provider>
    </Provider>
  )
}
