type Rgb = [number, number, number]

/** WCAG 2 contrast: from 1 (none) to 21. Colors are `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Black or white, whichever has more contrast with the color: always 4.5 or more. */
export function textOn(background: string): string {
  return contrast('#ffffff', background) >= 4.5 ? '#ffffff' : '#000000'
}

/** The color, mixed with just enough of `towards` to be readable as text on the background. */
export function readable(color: string, background: string, towards: string): string {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(color, towards, share)
    if (contrast(mixed, background) >= 4.5) return mixed
  }
  return towards
}

function mix(color: string, other: string, share: number): string {
  const others = rgb(other)
  const parts = rgb(color).map((part, index) => Math.round(part + ((others[index] ?? part) - part) * share))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function luminance(color: string): number {
  const [red, green, blue] = rgb(color).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function rgb(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}
