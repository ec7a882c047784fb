import { fileSize } from '../i18n/file-size.ts'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/Icon.tsx'
import type { FileText } from './text.ts'
import type { Shown } from './tray.ts'
import { canRetry, type Upload } from './uploads.ts'

interface Props extends Shown {
  locale: string
  text: FileText
}

/** The chosen files of a form, each with its progress or error. */
export function TrayList({ list, state, ...shared }: Props) {
  const { text } = shared
  if (list.length === 0) return null
  return (
    <>
      <ul class="tc-tray__list" aria-label={text('files.label')}>
        {list.map((upload) => (
          <Item key={upload.key} upload={upload} {...shared} />
        ))}
      </ul>
      {state && (
        <p
          key={state}
          class={classNames('tc-tray__note', state === 'blocked' && 'tc-error')}
          role={state === 'blocked' ? 'alert' : 'status'}
        >
          {text(`files.${state}`)}
        </p>
      )}
    </>
  )
}

/** Moves the focus from a file that is removed: to the next one, the one before, or the button that adds files. */
function leave(button: Element): void {
  const item = button.closest('li')
  const other = item?.nextElementSibling ?? item?.previousElementSibling
  const next =
    other?.querySelector<HTMLElement>('.tc-tray__remove') ??
    button.closest('form')?.querySelector<HTMLElement>('[type=file]')
  next?.focus()
}

function Item({ upload, retry, remove, locale, text }: Omit<Props, 'list' | 'state'> & { upload: Upload }) {
  const { key, file, id, progress, problem } = upload
  const { name } = file
  return (
    <li class={classNames('tc-tray__item', problem && 'tc-tray__item--failed')}>
      <span class="tc-tray__name" dir="auto">
        {name}
      </span>
      <span class="tc-tray__size" dir="auto">
        {fileSize(locale, file.size)}
      </span>
      {problem ? (
        <span class="tc-tray__state tc-error" role="alert">
          {text(`files.problem.${problem}`)}
        </span>
      ) : id ? (
        <span class="tc-tray__state" role="status">
          {text('files.arrived')}
        </span>
      ) : (
        <progress class="tc-tray__progress" aria-label={text('files.progress', { name })} value={progress} />
      )}
      {problem && canRetry(problem) && (
        <button
          type="button"
          class="tc-link"
          onClick={({ currentTarget }) => {
            // It goes with the error.
            ;(currentTarget.nextElementSibling as HTMLElement).focus()
            retry(key)
          }}
        >
          {text('files.retry')}
        </button>
      )}
      <button
        type="button"
        class="tc-tray__remove"
        aria-label={text('files.remove', { name })}
        title={text('files.remove', { name })}
        onClick={({ currentTarget }) => {
          leave(currentTarget)
          remove(key)
        }}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}
