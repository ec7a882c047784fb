/** A mutation, beside what it selects: what is written is rendered, searched and sent. Also opening or renewing a session. */
export const writeCost = 250
/** A text may have 20,000 characters. */
export const textCost = 10
/** A search takes up to half a second. */
export const searchCost = 1_000
/** A count reads every row that it counts. */
export const countCost = 50
