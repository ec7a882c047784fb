export interface Addresses {
  /** Of the caller. */
  address: string
  /** Where browsers reach this server. */
  publicOrigin: string
}
