import { useLocale } from '../../../ui/locale.ts'
import type { Message } from '../../state/state.ts'
import { useText } from '../../use-text.ts'
import { fileSize } from './file-size.ts'
import { isolate } from './isolate.ts'

/** Attachments of an email: listed, but not to be opened. */
export function Attachments({ attachments }: Pick<Message, 'attachments'>) {
  const text = useText()
  const locale = useLocale()
  const files = attachments.map(({ name, size }) => `${isolate(name)} (${fileSize(locale, size)})`)
  if (files.length === 0) return null
  return (
    <p class="tc-mail">
      <span class="tc-mail__words">
        {text('delivery.attachments', { files: new Intl.ListFormat(locale).format(files) })}
      </span>
    </p>
  )
}
