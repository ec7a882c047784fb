import type { Client } from '@urql/core'
import { render } from 'preact'
import type { AttachmentFieldsFragment } from '../graphql/operations.ts'
import { Attachments } from './Attachments.tsx'
import { TrayList } from './TrayList.tsx'
import type { FileText } from './text.ts'
import { createUploads } from './uploads.ts'

/** The ids to send, and the files' names for a message without text. */
export interface Ready {
  attachmentIds: string[]
  names: string
}

/** The files being added to a message. */
export interface Tray {
  /** Renders them into this element, inside a form. */
  mount(place: Element | null): void
  add(files: Iterable<File>): void
  /** Null while something is missing: once that has arrived, the form is submitted again. */
  ready(): Ready | null
  clear(): void
}

export interface Files {
  /** Renders a message's files into this element. */
  show(place: Element | null, attachments: AttachmentFieldsFragment[]): void
  open(): Tray
}

/** For one app, which has loaded this folder's styles. */
export function createFiles(client: Client, text: FileText): Files {
  const locale = document.documentElement.lang
  return {
    show(place, attachments) {
      if (place) render(<Attachments {...{ client, attachments, place, locale, text }} />, place)
    },
    open() {
      let place: Element | null = null
      let isAwaited = false
      const uploads = createUploads(client, () => {
        if (place) render(<TrayList {...{ uploads, locale, text }} />, place)
        if (!isAwaited || uploads.list().some(({ id }) => !id)) return
        isAwaited = false
        place?.closest('form')?.requestSubmit()
      })
      return {
        mount(element) {
          place = element
          uploads.add([])
        },
        add: uploads.add,
        ready() {
          const list = uploads.list()
          isAwaited = list.some(({ id, problem }) => !id && !problem)
          if (list.some(({ id }) => !id)) return null
          const names = list.map(({ file }) => file.name).join(', ')
          return { attachmentIds: list.flatMap(({ id }) => id ?? []), names: names && `📎 ${names}` }
        },
        clear: uploads.clear,
      }
    },
  }
}
