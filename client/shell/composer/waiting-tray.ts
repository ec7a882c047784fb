import type { Tray } from '../../attachments/create-files.tsx'

const nothing = { attachmentIds: undefined, names: '' }

export type WaitingTray = ReturnType<typeof createWaitingTray>

/** The files of a form. They wait here until the code that uploads them is loaded: `open`. */
export function createWaitingTray(open: () => Promise<Tray>) {
  let tray: Tray | undefined
  let files: File[] = []
  let isLoading = false
  let hasFailed = false
  let isAwaited = false
  let place: Element | null = null
  let onChange = () => {}

  async function load(): Promise<void> {
    if (isLoading) return
    isLoading = true
    hasFailed = false
    onChange()
    tray = await open().catch(() => undefined)
    isLoading = false
    hasFailed = !tray
    tray?.mount(place)
    tray?.add(files.splice(0))
    onChange()
    if (tray && isAwaited) place?.closest('form')?.requestSubmit()
  }

  return {
    load,
    /** Renders into this element, inside a form. `changed` is called when the waiting files change. */
    mount(element: Element | null, changed: () => void): void {
      place = element
      onChange = changed
      tray?.mount(element)
    },
    add(added: File[]): void {
      if (tray) tray.add(added)
      else if (added.length > 0) {
        files.push(...added)
        void load()
      }
    },
    /** What to send; null while files are missing: once they have arrived, the form is submitted again. */
    ready() {
      if (tray) return tray.ready()
      isAwaited = files.length > 0
      if (hasFailed) void load()
      return isAwaited ? null : nothing
    },
    clear: () => tray?.clear(),
    /** Gives up those that wait. */
    discard(): void {
      files = []
      isAwaited = false
      hasFailed = false
      onChange()
    },
    /** The names of those that wait because the code could not be loaded. */
    stuck: () => hasFailed && files.map(({ name }) => name).join(', '),
  }
}
