/** Handler of a subscription hook: what arrives goes into the app’s state, and the hook keeps nothing of it. */
export function eachTime<Data>(handle: (data: Data) => void) {
  return (_held: null | undefined, data: Data): null => {
    handle(data)
    return null
  }
}
