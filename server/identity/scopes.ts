import { ApiScope } from '../../prisma/generated/client/enums.ts'
import type { Viewer } from './viewer.ts'

/** What fields and mutations require of their caller. */
export interface Scopes {
  /** Anybody with a website: customers, operators, keys. */
  member: boolean
  customer: boolean
  /** Operators in person, in any role. */
  operator: boolean
  /** Customers and operators in person. */
  person: boolean
  readTickets: boolean
  writeTickets: boolean
  /** Operators, and keys that may write tickets. */
  team: boolean
  /** Operators, and keys that may read tickets: for what customers do not see. */
  readAsTeam: boolean
  /** Administrators, and keys that may read settings. */
  readSettings: boolean
  /** Administrators, and keys that may write settings. */
  writeSettings: boolean
  /** Administrators, and keys with the rights of an agent: for changes to how agents and customers sign in. */
  manageAccess: boolean
  /** Administrators, and keys with every scope: for what lets somebody in as an administrator, who may do all of that. */
  manageAdministrators: boolean
  /** Administrators, and keys that may manage webhooks: those send tickets to any address. */
  writeWebhooks: boolean
  /** Administrators, and keys that may erase people: nothing brings them back. */
  erase: boolean
  /** Administrators, and keys that may read everything at once. */
  export: boolean
  /** Keys made for it only: it writes on anyone's behalf. */
  importTickets: boolean
  /** Administrators, and the root key. */
  deleteWebsite: boolean
  root: boolean
}

/** Who has each right: in words, and the scopes that a key needs; null for what no person or no key may do. */
const holders: Record<keyof Scopes, { people: string | null; scopes: ApiScope[] | null }> = {
  member: { people: 'customers, operators and API keys of a website', scopes: [] },
  customer: { people: 'customers', scopes: null },
  operator: { people: 'operators', scopes: null },
  person: { people: 'customers and operators', scopes: null },
  readTickets: { people: 'customers, operators', scopes: ['TICKETS_READ'] },
  writeTickets: { people: 'customers, operators', scopes: ['TICKETS_WRITE'] },
  team: { people: 'operators', scopes: ['TICKETS_WRITE'] },
  readAsTeam: { people: 'operators', scopes: ['TICKETS_READ'] },
  readSettings: { people: 'administrators', scopes: ['SETTINGS_READ'] },
  writeSettings: { people: 'administrators', scopes: ['SETTINGS_WRITE'] },
  manageAccess: { people: 'administrators', scopes: ['TICKETS_WRITE', 'SETTINGS_READ', 'SETTINGS_WRITE'] },
  manageAdministrators: { people: 'administrators', scopes: Object.values(ApiScope) },
  writeWebhooks: { people: 'administrators', scopes: ['WEBHOOKS_WRITE'] },
  erase: { people: 'administrators', scopes: ['ERASE'] },
  export: { people: 'administrators', scopes: ['EXPORT'] },
  importTickets: { people: null, scopes: ['IMPORT'] },
  deleteWebsite: { people: 'administrators and the server’s root key', scopes: null },
  root: { people: 'the server’s root key', scopes: null },
}

/** Whether these scopes include that one: writing tickets includes reading what was written. */
export function covers(scopes: ApiScope[], scope: ApiScope): boolean {
  return scopes.includes(scope) || (scope === 'TICKETS_READ' && scopes.includes('TICKETS_WRITE'))
}

/** The viewer's rights, apart from rows: each query checks whose ticket it is. */
export function scopesOf(viewer: Viewer | null): Scopes {
  const person = viewer?.kind === 'customer' || viewer?.kind === 'operator'
  const admin = viewer?.kind === 'operator' && viewer.role === 'ADMIN'
  const key = (right: keyof Scopes) =>
    viewer?.kind === 'integration' && missingScopes(right, viewer.scopes)?.length === 0
  return {
    member: viewer !== null && viewer.kind !== 'root',
    customer: viewer?.kind === 'customer',
    operator: viewer?.kind === 'operator',
    person,
    readTickets: person || key('readTickets'),
    writeTickets: person || key('writeTickets'),
    team: viewer?.kind === 'operator' || key('team'),
    readAsTeam: viewer?.kind === 'operator' || key('readAsTeam'),
    readSettings: admin || key('readSettings'),
    writeSettings: admin || key('writeSettings'),
    manageAccess: admin || key('manageAccess'),
    manageAdministrators: admin || key('manageAdministrators'),
    writeWebhooks: admin || key('writeWebhooks'),
    erase: admin || key('erase'),
    export: admin || key('export'),
    importTickets: key('importTickets'),
    deleteWebsite: admin || viewer?.kind === 'root',
    root: viewer?.kind === 'root',
  }
}

/** Scopes that a key additionally needs for a right; null if no scope grants it. */
export function missingScopes(right: keyof Scopes, scopes: ApiScope[]): ApiScope[] | null {
  return holders[right].scopes?.filter((scope) => !covers(scopes, scope)) ?? null
}

/** Who has the right, as a sentence for those who do not. */
export function audienceOf(right: keyof Scopes): string {
  const { people, scopes } = holders[right]
  const keys = scopes?.length ? `keys with ${scopes.join(', ')}` : null
  return `Only ${[people, keys].filter(Boolean).join(' and ')} can do this`
}
