import { render } from 'preact'
import type { LateText } from '../../i18n/catalogue.ts'
import type { Text } from '../../i18n/text.ts'
import { apple } from '../../ui/apple.ts'
import { CopyButton } from '../../ui/text/CopyButton.tsx'

export type CodeText = Text<LateText | 'keys.control'>

/** Adds a button that copies to each block of code that has none. */
export function addCopyButtons(place: Element, text: CodeText): void {
  for (const code of place.querySelectorAll('pre')) {
    if (code.parentElement?.matches('.tc-block')) continue
    const block = document.createElement('div')
    const corner = document.createElement('div')
    block.className = 'tc-block'
    corner.className = 'tc-block__corner'
    code.replaceWith(block)
    block.append(code, corner)
    const select = () => {
      getSelection()?.selectAllChildren(code)
      return text('code.press', { keys: apple ? '⌘C' : `${text('keys.control')}+C` })
    }
    render(
      <CopyButton
        text={code.textContent?.trimEnd() ?? ''}
        copied={text('link.copied')}
        aria-label={text('code.copy')}
        onRefuse={select}
      />,
      corner,
    )
  }
}
