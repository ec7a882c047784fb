import type { Client } from '@urql/core'
import type { AttachmentFieldsFragment } from '../graphql/operations.ts'
import { fileSize } from '../i18n/file-size.ts'
import { classNames } from '../ui/class-names.ts'
import { FileLink } from './FileLink.tsx'
import type { FileText } from './text.ts'
import { useFreshFiles } from './use-fresh-files.ts'

interface Props {
  client: Client
  attachments: AttachmentFieldsFragment[]
  /** Where they are shown. */
  place: Element
  locale: string
  text: FileText
}

/** The files of a message: images and PDFs as pictures, others as cards with name and size. */
export function Attachments({ client, attachments, place, locale, text }: Props) {
  const { files, readAgain } = useFreshFiles(client, attachments, place)
  return files.map((file, at) => {
    const { id, name, size, state, url, previewUrl } = file
    const problem = state !== 'CLEAN' ? state : url ? undefined : 'REFUSED'
    const label = (
      <>
        <span class="tc-attachment__name" dir="auto">
          {name}
        </span>{' '}
        <span class="tc-attachment__size" dir="auto">
          {problem ? text(`files.state.${problem}`) : fileSize(locale, size)}
        </span>
      </>
    )
    return (
      <li key={id} class={classNames('tc-attachment', previewUrl && 'tc-attachment--image')}>
        {url ? (
          <FileLink file={{ ...file, url }} readAgain={async () => (await readAgain())[at]}>
            {label}
          </FileLink>
        ) : (
          label
        )}
      </li>
    )
  })
}
