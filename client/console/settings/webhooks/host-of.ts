/** A short name of an endpoint. */
export const hostOf = (url: string) => new URL(url).host
