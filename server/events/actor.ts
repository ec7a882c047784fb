import type { Member } from '../identity/viewer.ts'

/** Who did something, as rows name them: by one of these, or by nobody that is known. */
export interface Actor {
  customerId?: string | null
  operatorId?: string | null
  apiKeyId?: string | null
}

export function actorOf({ kind, id }: Member): Actor {
  switch (kind) {
    case 'customer':
      return { customerId: id }
    case 'operator':
      return { operatorId: id }
    case 'integration':
      return { apiKeyId: id }
  }
}
