import { useText } from './use-text.ts'

const places = ['tickets', 'settings'] as const
export type Place = (typeof places)[number]

/** Addresses, so that the browser's own ways back and into a new tab work. */
export function PlaceNav({ place }: { place: Place }) {
  const text = useText()
  return (
    <nav class="tc-bar__places" aria-label={text('app.places')}>
      {places.map((one) => (
        <a key={one} class="tc-bar__place" href={`#${one}`} aria-current={one === place ? 'page' : undefined}>
          {text(`app.places.${one}`)}
        </a>
      ))}
    </nav>
  )
}
