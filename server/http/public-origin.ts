import { config } from '../config/config.ts'

let origin = config.publicUrl ?? ''

/** Where browsers reach the server: PUBLIC_URL or, once it listens, its own address. */
export const publicOrigin = () => origin

export function setPublicOrigin(own: string): void {
  origin = config.publicUrl ?? own
}
