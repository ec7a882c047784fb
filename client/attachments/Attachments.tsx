import type { AttachmentFieldsFragment } from '../graphql/operations.ts'
import { classNames } from '../ui/class-names.ts'
import { fileSize } from './file-size.ts'
import type { FileText } from './text.ts'

interface Props {
  attachments: AttachmentFieldsFragment[]
  locale: string
  text: FileText
}

/** In the frame's sandbox nothing can be saved by a click: a picture is shown instead. */
const canSave = self.origin !== 'null'

/** The files of a message: images as pictures, others as cards with name and size. */
export function Attachments({ attachments, locale, text }: Props) {
  return attachments.map(({ id, name, size, state, url, previewUrl, width, height }) => (
    <li key={id} class={classNames('tc-attachment', previewUrl && 'tc-attachment--image')}>
      {url ? (
        <a
          class="tc-attachment__link"
          href={canSave ? url : (previewUrl ?? url)}
          target="_blank"
          rel="noopener noreferrer"
        >
          {previewUrl && (
            <img
              class="tc-attachment__image"
              src={previewUrl}
              alt=""
              loading="lazy"
              {...(width && height ? { width, height } : {})}
            />
          )}
          <span class="tc-attachment__name" dir="auto">
            {name}
          </span>{' '}
          <span class="tc-attachment__size">{fileSize(locale, size)}</span>
        </a>
      ) : (
        <>
          <span class="tc-attachment__name" dir="auto">
            {name}
          </span>{' '}
          <span class="tc-attachment__size">
            {state === 'CLEAN' ? fileSize(locale, size) : text(`files.state.${state}`)}
          </span>
        </>
      )}
    </li>
  ))
}
