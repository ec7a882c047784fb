import { type Html, raw } from '../html/html.ts'

export const larkpostLogo = raw(
  `<svg class="logo" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><path fill="#f2b63d" d="M4 6l13 6-4 9z"/><path fill="currentColor" d="M17 12l7-3 5 2-4 2c0 9-6 15-16 15H5l8-7z"/></svg>`,
)

export const icons = {
  overview: icon('<path d="M3 9.5 10 4l7 5.5V16H3z"/><path d="M8 16v-4h4v4"/>'),
  orders: icon('<path d="M4 7h12l-1 9H5z"/><path d="M7 7a3 3 0 0 1 6 0"/>'),
  labels: icon('<path d="M4 3h12v14H4z"/><path d="M7 6v5M9 6v5M11 6v5M13 6v5M7 14h6"/>'),
  pickups: icon(
    '<path d="M2 5h10v9H2zM12 8h3.5L18 11v3h-6z"/><circle cx="6" cy="15" r="1.5"/><circle cx="14.5" cy="15" r="1.5"/>',
  ),
  returns: icon('<path d="M7 5 3.5 8.5 7 12"/><path d="M4 8.5h8a4 4 0 0 1 0 8H8"/>'),
  billing: icon('<path d="M2.5 5h15v10h-15zM2.5 8.5h15M5 12h3"/>'),
  support: icon('<path d="M3 4h14v10H9l-4 3v-3H3z"/>'),
}

function icon(shapes: string): Html {
  return raw(
    `<svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true">${shapes}</svg>`,
  )
}
