import { Client } from '@urql/core'
import { Provider } from '@urql/preact'
import { useMemo, useReducer } from 'preact/hooks'
import type { ConsoleSettingsWebsiteFragment } from '../../../graphql/operations.ts'
import type { FrameText, LateText } from '../../../i18n/catalogue.ts'
import type { Text } from '../../../i18n/text.ts'
import { SharedTextProvider } from '../../../shell/SharedTextProvider.tsx'
import { LeaveButton } from '../../../ticket-center/conversation/LeaveButton.tsx'
import { Detail } from '../../../ticket-center/Detail.tsx'
import { type Parts, PartsContext } from '../../../ticket-center/late/parts.ts'
import { FormAndFaqs } from '../../../ticket-center/new-ticket/FormAndFaqs.tsx'
import { Rating } from '../../../ticket-center/rating/Rating.tsx'
import { type Route, RouterContext } from '../../../ticket-center/routing/route.ts'
import { StoreContext } from '../../../ticket-center/state/context.ts'
import { reduce } from '../../../ticket-center/state/reducer.ts'
import { Filters } from '../../../ticket-center/tickets/Filters.tsx'
import { FoundTickets } from '../../../ticket-center/tickets/FoundTickets.tsx'
import { Sidebar } from '../../../ticket-center/tickets/Sidebar.tsx'
import { TypingLine } from '../../../ticket-center/typing/TypingLine.tsx'
import { type Samples, sampleState } from './sample-state.ts'

const parts: Parts = {
  filters: () => Promise.resolve({ Filters }),
  form: () => Promise.resolve({ FormAndFaqs }),
  found: () => Promise.resolve({ FoundTickets }),
  leave: () => Promise.resolve({ LeaveButton }),
  rating: () => Promise.resolve({ Rating }),
  typing: () => Promise.resolve({ TypingLine }),
  // Its session never ends.
  unsent: () => Promise.resolve({ Unsent: () => null }),
}
// The preview sends nothing to the server.
const client = new Client({ url: 'about:blank', exchanges: [] })

interface Props {
  route: Route
  go: (route: Route) => void
  website: ConsoleSettingsWebsiteFragment
  samples: Samples
  locale: string
  /** The frame’s. */
  text: Text<FrameText | LateText>
}

export function SampleApp({ route, go, website, samples, locale, text }: Props) {
  const [state, dispatch] = useReducer(reduce, { website, samples }, sampleState)
  const router = useMemo(() => ({ route, go, replace: go, moved: false }), [route, go])
  const store = useMemo(() => ({ state, dispatch }), [state])
  return (
    <Provider value={client}>
      <SharedTextProvider locale={locale} text={text}>
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
      </SharedTextProvider>
    </Provider>
  )
}
