declare global {
  /** In both apps, the build puts it in place of `import()`: client/late-scripts.ts. */
  var importLate: (file: string) => Promise<unknown>
}

/** Imports late scripts from the folder of this address. */
export function createImportLate(base: string): typeof importLate {
  const modules = new Map<string, Promise<unknown>>()
  let failures = 0

  function load(file: string): Promise<unknown> {
    const address = new URL(file, base)
    // Browsers remember that a script failed to load: the next attempt needs another address.
    if (failures) address.search = String(failures)
    const module = import(/* @vite-ignore */ address.href)
    modules.set(file, module)
    module.catch(() => {
      failures++
      modules.delete(file)
    })
    return module
  }

  return (file) => modules.get(file) ?? load(file)
}
