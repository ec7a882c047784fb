import { useLate } from '../../late/use-late.ts'
import { Waiting } from '../../late/Waiting.tsx'
import { Page } from '../parts/Page.tsx'
import { useText } from '../use-text.ts'
import { DataTextContext, loadDataTexts } from './use-text.ts'

/** Rarely visited, so its code and texts load on demand. */
export function DataLoader() {
  const text = useText()
  const { loaded, failed } = useLate(() => Promise.all([import('./Data.tsx'), loadDataTexts()]))
  const [code, texts] = loaded ?? []
  return (
    <Page title={text('section.data')} lead={text('data.lead')}>
      {code && texts ? (
        <DataTextContext.Provider value={texts}>
          <code.Data />
        </DataTextContext.Provider>
      ) : (
        <Waiting failed={failed} />
      )}
    </Page>
  )
}
