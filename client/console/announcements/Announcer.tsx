import type { ComponentChildren } from 'preact'
import { useCallback, useState } from 'preact/hooks'
import { AnnounceContext } from './use-announce.ts'

/** The only live region: it must outlive the components that announce things. */
export function Announcer({ children }: { children: ComponentChildren }) {
  const [spoken, setSpoken] = useState({ words: '', turn: 0 })
  const announce = useCallback((words: string) => setSpoken(({ turn }) => ({ words, turn: turn + 1 })), [])
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div class="tc-hidden" role="status">
        <span key={spoken.turn}>{spoken.words}</span>
      </div>
    </AnnounceContext.Provider>
  )
}
