const common = [0, 30, 60, 120, 300, 600, 900, 1_800, 3_600]

/** Delays to choose from; always includes the current one, which the API or the server may have set. */
export function delayOptions(
  inLocale: string,
  current: number,
  none: string,
): { value: string; label: string }[] {
  return [...new Set([...common, current])]
    .sort((one, other) => one - other)
    .map((seconds) => ({ value: String(seconds), label: seconds === 0 ? none : duration(inLocale, seconds) }))
}

function duration(inLocale: string, seconds: number): string {
  const [value, unit] =
    seconds % 3_600 === 0
      ? [seconds / 3_600, 'hour']
      : seconds % 60 === 0
        ? [seconds / 60, 'minute']
        : [seconds, 'second']
  return new Intl.NumberFormat(inLocale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}
