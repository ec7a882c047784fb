import type { ComponentChildren } from 'preact'
import { useCallback, useState } from 'preact/hooks'
import { AnnounceContext } from './use-announce.ts'

/** The one live region: it outlives every part of the page that has something to say. */
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
