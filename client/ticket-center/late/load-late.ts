import { loadOnce } from '../../core/load-once.ts'

/** Makes a function that loads a late script and, with the first one, adds the texts at this address to those known. */
export function createLoadLate(address: string, texts: Record<string, string>) {
  const addTexts = loadOnce(async () => {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`The server answered ${response.status}`)
    Object.assign(texts, await response.json())
  })
  return async <Module>(load: () => Promise<Module>): Promise<Module> =>
    (await Promise.all([load(), addTexts()]))[0]
}
