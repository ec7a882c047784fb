import { config } from '../config/config.ts'

let own = ''

/** Where browsers reach the server: PUBLIC_URL or, once it listens, its own address. */
export const publicOrigin = () => config.publicUrl ?? own

export function setOwnOrigin(origin: string): void {
  own = origin
}
