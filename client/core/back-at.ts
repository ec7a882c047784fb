interface OpenPeriod {
  opensAt: string
  closesAt: string
}

/** When the team is back; undefined while it is available, and if that is unknown. */
export function backAt(periods: OpenPeriod[], now: number): Date | undefined {
  const next = periods.find(({ closesAt }) => Date.parse(closesAt) > now)
  return next && Date.parse(next.opensAt) > now ? new Date(next.opensAt) : undefined
}
