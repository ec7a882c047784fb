import type { Viewer } from './viewer.ts'

/** What fields and mutations ask of their caller. */
export interface Scopes {
  /** Anybody with a website: customers, operators, keys. */
  member: boolean
  customer: boolean
  /** Operators themselves, whatever their role. */
  operator: boolean
  readTickets: boolean
  writeTickets: boolean
  /** Operators, and keys that may write tickets. */
  team: boolean
  /** Administrators, and keys that may read settings. */
  readSettings: boolean
  /** Administrators, and keys that may write settings. */
  writeSettings: boolean
  root: boolean
}

/** What the viewer may do, rows aside: whose ticket it is, each query asks for itself. */
export function scopesOf(viewer: Viewer | null): Scopes {
  const scopes = viewer?.kind === 'integration' ? viewer.scopes : []
  const person = viewer?.kind === 'customer' || viewer?.kind === 'operator'
  const admin = viewer?.kind === 'operator' && viewer.role === 'ADMIN'
  return {
    member: viewer !== null && viewer.kind !== 'root',
    customer: viewer?.kind === 'customer',
    operator: viewer?.kind === 'operator',
    // Whoever writes is answered with what they wrote in.
    readTickets: person || scopes.includes('TICKETS_READ') || scopes.includes('TICKETS_WRITE'),
    writeTickets: person || scopes.includes('TICKETS_WRITE'),
    team: viewer?.kind === 'operator' || scopes.includes('TICKETS_WRITE'),
    readSettings: admin || scopes.includes('SETTINGS_READ'),
    writeSettings: admin || scopes.includes('SETTINGS_WRITE'),
    root: viewer?.kind === 'root',
  }
}
