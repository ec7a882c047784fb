import type { Form, Tray } from '../../attachments/tray.ts'
import { loadOnce } from '../../core/load-once.ts'

export type WaitingTray = ReturnType<typeof createWaitingTray>

/** The files of a form. They wait here until the code that uploads them is loaded: `open`. */
export function createWaitingTray(open: (form: Form) => Promise<Tray>) {
  const form: Form = { place: null, content: undefined, files: [], send: () => {}, changed: () => {} }
  const opened = loadOnce(() => open(form))
  let tray: Tray | undefined
  let hasFailed = false

  async function load(): Promise<void> {
    tray = await opened().catch(() => undefined)
    hasFailed = !tray
    form.changed()
  }

  /** The form is not sent until it is submitted again. */
  function hold(): void {
    form.submitted = undefined
  }

  return {
    load,
    hold,
    /** In this page: the preview in the settings is another. */
    isShown: () => document.contains(form.place),
    /** Called with the form as it is now. After it was left, it is sent as it was. */
    connect(now: Pick<Form, 'place' | 'content' | 'send' | 'changed'>): void {
      const isShown = form.place === now.place
      if (form.content !== now.content) hold()
      Object.assign(form, now)
      if (tray) tray.show()
      else if (!isShown) void load()
    },
    add(files: File[]): void {
      hold()
      form.files.push(...files)
      if (tray) tray.add()
      else void load()
    },
    /** Sends the form with its files: once they have arrived, unless it is edited by then. */
    submit(solve = false): void {
      const isPlain = !tray && !form.files[0]
      form.submitted = isPlain ? undefined : { solve }
      if (isPlain) form.send({ names: '' }, solve)
      else if (tray) tray.submit()
      else void load()
    },
    accept: () => tray?.accept(),
    clear: () => tray?.clear(),
    /** Gives up those that wait. */
    discard(): void {
      form.files = []
      hold()
      form.changed()
    },
    /** Those that wait because the code could not be loaded. */
    stuck: () => (hasFailed ? form.files : []),
  }
}
