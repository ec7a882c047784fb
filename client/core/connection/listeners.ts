/** Functions to call when something happens. */
export function listeners<Arguments extends unknown[]>() {
  const all = new Set<(...values: Arguments) => void>()
  return {
    call: (...values: Arguments) => {
      for (const listener of [...all]) listener(...values)
    },
    add: (listener: (...values: Arguments) => void) => {
      all.add(listener)
      return () => {
        all.delete(listener)
      }
    },
  }
}
