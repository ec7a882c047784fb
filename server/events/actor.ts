import type { Member } from '../identity/viewer.ts'

/** Who did something, as rows refer to them: one of these, or nobody if unknown. */
export interface Actor {
  customerId: string | null
  operatorId: string | null
  apiKeyId: string | null
}

export const nobody: Actor = { customerId: null, operatorId: null, apiKeyId: null }

export function actorOf({ kind, id }: Member): Actor {
  switch (kind) {
    case 'customer':
      return { ...nobody, customerId: id }
    case 'operator':
      return { ...nobody, operatorId: id }
    case 'integration':
      return { ...nobody, apiKeyId: id }
  }
}
