/** Black or white, whichever has more contrast with the color (`#rrggbb`) by WCAG; the same rule as in emails. */
export function readableOn(color: string): string {
  return 1.05 / (luminance(color) + 0.05) >= 4.5 ? '#ffffff' : '#000000'
}

function luminance(color: string): number {
  const value = Number.parseInt(color.slice(1), 16)
  const [red = 0, green = 0, blue = 0] = [value >> 16, (value >> 8) & 255, value & 255].map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
