import pg from 'pg'
import { vi } from 'vitest'

/** What this process's server sends to the database from now on, until mocks are restored. */
export function statements() {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  return () =>
    query.mock.calls.map(([statement]) => {
      const { text = '', values = [] } = statement as { text?: string; values?: unknown[] }
      return { text, values }
    })
}
