import type { Client } from '@urql/core'
import { render } from 'preact'
import { loadOnce } from '../core/load-once.ts'
import { type AttachmentFieldsFragment, AttachmentTypesDocument } from '../graphql/operations.ts'
import { Attachments } from './Attachments.tsx'
import { acceptOf } from './accept-of.ts'
import css from './attachments.css?inline'
import { TrayList } from './TrayList.tsx'
import type { FileText } from './text.ts'
import { createTray, type Form, type Shown, type Tray } from './tray.ts'

export const styles = css

export interface Files {
  /** Renders a message's files into this element. */
  show(place: Element | null, attachments: AttachmentFieldsFragment[]): void
  open(form: Form): Tray
}

/** For one app, which has added the styles. */
export function createFiles(client: Client, text: FileText): Files {
  const locale = document.documentElement.lang
  const accepted = loadOnce(async () => {
    const { data } = await client.query(AttachmentTypesDocument, {})
    return data?.website ? acceptOf(data.website.attachmentTypes) : undefined
  })

  const renderTray = (place: Element, shown: Shown) =>
    render(<TrayList {...{ ...shown, locale, text }} />, place)

  return {
    show(place, attachments) {
      if (place) render(<Attachments {...{ client, attachments, place, locale, text }} />, place)
    },
    open: (form) => createTray({ client, render: renderTray, accepted }, form),
  }
}
