import { settingsAddress } from '../address/address.ts'
import { Link } from '../address/Link.tsx'
import { type Group, groups, type Section } from './sections.ts'
import { useText } from './use-text.ts'

export function SectionNav({ current }: { current: Section }) {
  const text = useText()
  return (
    <nav class="tc-sections" aria-label={text('settings.title')}>
      {(Object.keys(groups) as Group[]).map((group) => (
        <div key={group} class="tc-sections__group">
          <p class="tc-sections__caption" id={`tc-sections-${group}`}>
            {text(`group.${group}`)}
          </p>
          <ul aria-labelledby={`tc-sections-${group}`}>
            {groups[group].map((section) => (
              <li key={section}>
                <Link
                  class="tc-sections__link"
                  href={settingsAddress(section)}
                  aria-current={section === current ? 'page' : undefined}
                >
                  {text(`section.${section}`)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
