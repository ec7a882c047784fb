import { registerHooks } from 'node:module'

/** Numbers nothing after a write, and fails in the job: like a server that dies in between. */
const source = `
  export function numberSoon() {}
  export async function numberEvents() { throw new Error('It is to be killed first') }
  export async function numberingDone() {}`

registerHooks({
  load: (url, context, next) =>
    url.endsWith('/server/events/numbering.ts')
      ? { format: 'module', source, shortCircuit: true }
      : next(url, context),
})
await import('../../server/index.ts')
