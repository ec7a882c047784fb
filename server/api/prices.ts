/** A mutation, in addition to its selection: it renders, searches and sends. Also opening or renewing a session. */
export const writeCost = 250
/** A text may have 20,000 characters. */
export const textCost = 10
/** A search takes up to half a second. */
export const searchCost = 1_000
/** Unless its sum is stored, a count reads every matching row. */
export const countCost = 50
