import type { TestWebsite } from './website.ts'

/** The outcome of an attack's requests. */
export interface Outcome {
  answered: number
  /** Number of refusals by code. */
  refused: Record<string, number>
  /** Total points of the successful ones. */
  points: number
}

/** A website with a conversation of a hundred hostile messages. */
export interface Target {
  website: TestWebsite
  ticketId: string
}

export type Attack = (target: Target, email: string) => Promise<Outcome>
