import { useEffect, useRef } from 'preact/hooks'
import type { FrameText, LateText } from '../../i18n/catalogue.ts'
import type { Text } from '../../i18n/text.ts'
import { apple } from '../../ui/apple.ts'
import { CopyButton } from '../../ui/text/CopyButton.tsx'
import { usePointedLink } from './use-pointed-link.ts'

const hintHeight = 96

/**
 * Shown beside a link: a page opened from the sandbox inherits it, and a page that isolates its window (COOP) does not
 * open at all. Ctrl+click opens it outside the sandbox; or its address can be copied.
 */
export function LinkHint({ first, text }: { first: Event; text: Text<FrameText | LateText> }) {
  const hint = useRef<HTMLDivElement>(null)
  const link = usePointedLink(hint, first)

  useEffect(() => {
    link?.setAttribute('aria-describedby', 'tc-link-hint')
    return () => link?.removeAttribute('aria-describedby')
  }, [link])

  if (!link) return null
  const { top, bottom, left, right } = link.getBoundingClientRect()
  const above = bottom + hintHeight > innerHeight
  const rtl = document.documentElement.dir === 'rtl'
  const start = Math.max(8, Math.min(rtl ? innerWidth - right : left, innerWidth - 320))
  return (
    <div
      ref={hint}
      class="tc-link-hint"
      style={{
        insetInlineStart: `${start}px`,
        ...(above ? { bottom: `${innerHeight - top + 4}px` } : { top: `${bottom + 4}px` }),
      }}
    >
      {matchMedia('(hover: hover)').matches && (
        <p id="tc-link-hint" class="tc-link-hint__text">
          {text('link.hint', { keys: apple ? '⌘' : text('keys.control') })}
        </p>
      )}
      <CopyButton key={link.href} text={link.href} label={text('link.copy')} copied={text('link.copied')} />
    </div>
  )
}
