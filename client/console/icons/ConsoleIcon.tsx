import { Drawing } from '../../ui/Icon.tsx'

const paths = {
  grip: 'M7.5 5.5h.01M12.5 5.5h.01M7.5 10h.01M12.5 10h.01M7.5 14.5h.01M12.5 14.5h.01',
  keyboard:
    'M3.5 5.5h13a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1ZM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M7 11.75h6',
  leave: 'M8 3.5H4.5a1 1 0 0 0-1 1v11a1 1 0 0 0 1 1H8M12.5 6.5 16 10l-3.5 3.5M16 10H8',
  panel: 'M3.5 4.5h13a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1ZM12 4.5v11',
  sliders: 'M3.5 6.5h6.75m4.5 0h1.75M3.5 13.5h1.75m4.5 0h6.75M12.5 4.25v4.5M7.5 11.25v4.5',
  up: 'm5.5 12.5 4.5-4.5 4.5 4.5',
}

/** An icon that only the console has: the frame's document has no byte of it. */
export function ConsoleIcon({ name }: { name: keyof typeof paths }) {
  return <Drawing name={name} path={paths[name]} />
}
