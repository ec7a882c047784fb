/** Handler for a subscription hook: passes each result to the app’s state and stores nothing in the hook. */
export function eachTime<Data>(handle: (data: Data) => void) {
  return (_held: null | undefined, data: Data): null => {
    handle(data)
    return null
  }
}
