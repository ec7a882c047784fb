const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** Milliseconds for which a delivery is attempted. */
export const retryWindow = 72 * hour

/** Milliseconds until a delivery in an attempt is due again, if nobody records how it ended: longer than it takes. */
export const claimedFor = minute

/** After so many failures in a row, an endpoint rests, and all its events wait. */
export const restAfter = 4

/** Milliseconds until the next attempt of a delivery: seconds at first, hours at last. */
export const pauseAfter = (attempts: number) => jittered(Math.min(8 * hour, 5 * second * 4 ** (attempts - 1)))

/** Milliseconds for which an endpoint rests after failures in a row: the longer it is down, the less it is asked. */
export const restLength = (failures: number) =>
  failures < restAfter ? 0 : jittered(Math.min(5 * minute, 5 * second * 2 ** (failures - restAfter)))

/** So that what failed together is not tried again together. */
const jittered = (time: number) => Math.ceil(time * (0.75 + Math.random() / 2))
