const paths = {
  back: 'M12.5 4.5 7 10l5.5 5.5',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  close: 'm5.5 5.5 9 9m0-9-9 9',
  copy: 'M8 7.5h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1ZM4 12.5v-8a1 1 0 0 1 1-1h7.5',
  down: 'm5.5 8 4.5 4.5L14.5 8',
  arrow: 'M10 4.5v11m0 0 4.5-4.5M10 15.5 5.5 11',
  filter: 'M4 6.5h12M6.5 10.5h7M9 14.5h2',
  plus: 'M10 4.5v11M4.5 10h11',
  search: 'M9 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10Zm3.7-1.3 3.3 3.3',
}

/** Decorative: always beside text or inside a labeled element. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return <Drawing name={name} path={paths[name]} />
}

export function Drawing({ name, path }: { name: string; path: string }) {
  return (
    <svg class={`tc-icon tc-icon--${name}`} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
