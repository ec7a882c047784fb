import { useEffect, useState } from 'preact/hooks'

/** Number of panes side by side. */
export type Layout = 1 | 2 | 3

const two = matchMedia('(min-width: 900px)')
const three = matchMedia('(min-width: 1200px)')

function measure(): Layout {
  return three.matches ? 3 : two.matches ? 2 : 1
}

export function useLayout(): Layout {
  const [layout, setLayout] = useState(measure)
  useEffect(() => {
    const change = () => setLayout(measure())
    two.addEventListener('change', change)
    three.addEventListener('change', change)
    return () => {
      two.removeEventListener('change', change)
      three.removeEventListener('change', change)
    }
  }, [])
  return layout
}
