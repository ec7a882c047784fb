import { registerHooks } from 'node:module'

/** Has no check for lost wake-ups: anything subscribers receive is due to a wake-up. */
const source = `
  export function openWatch() {}
  export function closeWatch() {}`

registerHooks({
  load: (url, context, next) =>
    url.endsWith('/server/events/watch.ts')
      ? { format: 'module', source, shortCircuit: true }
      : next(url, context),
})
await import('../../server/index.ts')
