import { Select } from '../../ui/form/Select.tsx'
import { settingsAddress } from '../address/address.ts'
import { navigate } from '../address/navigation.ts'
import { type Section, sections } from './sections.ts'
import { useText } from './use-text.ts'

/** Replaces the list of sections in narrow layouts. */
export function SectionSelect({ current }: { current: Section }) {
  const text = useText()
  return (
    <nav class="tc-section-select" aria-label={text('settings.title')}>
      <Select
        aria-label={text('settings.section')}
        value={current}
        options={sections.map((section) => ({ value: section, label: text(`section.${section}`) }))}
        onValue={(section) => navigate(settingsAddress(section))}
      />
    </nav>
  )
}
