import type { AnchorHTMLAttributes, Ref } from 'preact'
import { navigate } from './navigation.ts'

type Props = AnchorHTMLAttributes & {
  href: string
  /** Called instead of navigating. */
  follow?: () => void
  linkRef?: Ref<HTMLAnchorElement>
}

/** A link within the console. A plain click stays on this page; modified clicks open a tab as usual. */
export function Link({ href, follow, linkRef, ...rest }: Props) {
  return (
    <a
      {...rest}
      ref={linkRef}
      href={href}
      onClick={(event) => {
        if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        if (follow) follow()
        else navigate(href)
      }}
    />
  )
}
