import type { Client } from '@urql/core'
import { createUploads, type Upload } from './uploads.ts'

/** The ids to send, and the files' names for a message without text. */
export interface Ready {
  attachmentIds?: string[]
  names: string
}

/** What files are added to. */
export interface Form {
  /** Where they are shown; null or disconnected while the form is not. */
  place: Element | null
  /** What is written. */
  content: unknown
  /** Added, but not taken yet. */
  files: File[]
  /** How it is to be sent once all files have arrived. `solve`: and its ticket marked as solved. */
  submitted?: { solve: boolean } | undefined
  send: (files: Ready, solve: boolean) => void
  /** Called when the files could be taken, or not, and when `accept` has changed. */
  changed: () => void
}

/** The files being added to a message. */
export interface Tray {
  /** Shows them as they are now, and how the form is. */
  show(): void
  /** Takes the form's files. */
  add(): void
  /** Sends the submitted form if all files have arrived. If one has failed, it says so instead. */
  submit(): void
  /** What a file input may offer: see `acceptOf`. */
  accept(): string | undefined
  clear(): void
}

/** What is shown of them. */
export interface Shown {
  list: Upload[]
  /** Of a submitted form: it waits for files, or one of them has failed. */
  state: 'waiting' | 'blocked' | undefined
  retry: (key: number) => void
  remove: (key: number) => void
}

interface Options {
  client: Client
  render: (place: Element, shown: Shown) => void
  /** Resolves with what the website accepts. */
  accepted: () => Promise<string | undefined>
}

function readyOf(list: Upload[]): Ready {
  const names = list.map(({ file }) => file.name).join(', ')
  return { attachmentIds: list.flatMap(({ id }) => id ?? []), names: names && `📎 ${names}` }
}

export function createTray({ client, render, accepted }: Options, form: Form): Tray {
  /** Whether the form was not sent because of a file. */
  let isBlocked = false
  let accept: string | undefined
  const uploads = createUploads(client, changed)

  function show(): void {
    const state = form.submitted ? 'waiting' : isBlocked ? 'blocked' : undefined
    if (form.place) render(form.place, { list: uploads.list(), state, retry: uploads.retry, remove })
  }

  function changed(): void {
    const list = uploads.list()
    const { submitted } = form
    const hasProblem = list.some(({ problem }) => problem)
    const isDue = list.every(({ id }) => id)
    isBlocked = hasProblem && (isBlocked || !!submitted)
    if (hasProblem || isDue) form.submitted = undefined
    show()
    if (isDue && submitted) form.send(readyOf(list), submitted.solve)
  }

  function remove(key: number): void {
    form.submitted = undefined
    uploads.remove(key)
  }

  function add(): void {
    const files = form.files.splice(0)
    if (accept !== '') uploads.add(files)
  }
  add()
  void accepted().then((types) => {
    accept = types
    form.changed()
  })

  return {
    show,
    add,
    submit() {
      changed()
      if (isBlocked) form.place?.querySelector<HTMLElement>('.tc-tray__item--failed button')?.focus()
    },
    accept: () => accept,
    clear: uploads.clear,
  }
}
