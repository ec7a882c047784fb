import { useEffect, useState } from 'preact/hooks'
import { type UnsentText, UnsentTexts } from '../../shell/unsent/UnsentTexts.tsx'
import { addStyles } from '../../ui/add-styles.ts'
import { loadTexts } from '../texts/load-texts.ts'

async function loadTitle(): Promise<string> {
  const [texts, { default: css }] = await Promise.all([
    loadTexts('late'),
    import('../../shell/unsent/unsent.css?inline'),
  ])
  addStyles(css)
  return texts['unsent.title']
}

/** What the operator has written and not sent. */
export function Unsent({ texts }: { texts: UnsentText[] }) {
  const [title, setTitle] = useState('')
  // The texts can be copied without it.
  useEffect(() => void loadTitle().then(setTitle, () => {}), [])
  return <UnsentTexts title={title} texts={texts} />
}
