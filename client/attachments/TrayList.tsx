import { fileSize } from '../i18n/file-size.ts'
import { Icon } from '../ui/Icon.tsx'
import type { FileText } from './text.ts'
import type { Upload, Uploads } from './uploads.ts'

interface Props {
  uploads: Uploads
  locale: string
  text: FileText
}

/** The chosen files of a form, each with its progress or error. */
export function TrayList({ uploads, locale, text }: Props) {
  const list = uploads.list()
  if (list.length === 0) return null
  return (
    <ul class="tc-tray__list" aria-label={text('files.label')}>
      {list.map((upload) => (
        <Item key={upload.key} {...{ upload, uploads, locale, text }} />
      ))}
    </ul>
  )
}

function Item({ upload, uploads, locale, text }: Props & { upload: Upload }) {
  const { key, file, id, progress, problem, reason } = upload
  const { name } = file
  return (
    <li class="tc-tray__item">
      <span class="tc-tray__name" dir="auto">
        {name}
      </span>
      <span class="tc-tray__size" dir="auto">
        {fileSize(locale, file.size)}
      </span>
      {problem ? (
        <span class="tc-tray__state tc-error" role="alert">
          {reason ?? text(`files.problem.${problem}`)}
        </span>
      ) : id ? (
        <span class="tc-tray__state" role="status">
          {text('files.arrived')}
        </span>
      ) : (
        <progress class="tc-tray__progress" aria-label={text('files.progress', { name })} value={progress} />
      )}
      {problem === 'failed' && (
        <button type="button" class="tc-link" onClick={() => uploads.retry(key)}>
          {text('files.retry')}
        </button>
      )}
      <button
        type="button"
        class="tc-tray__remove"
        aria-label={text('files.remove', { name })}
        title={text('files.remove', { name })}
        onClick={() => uploads.remove(key)}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}
