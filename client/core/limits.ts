/** The server's limit in characters, repeated here so that forms can show it. */
export const maxBody = 20_000
export const maxSubject = 200
export const maxSearch = 200
export const maxFieldValue = 500
export const maxEmail = 254
export const maxRatingComment = 1_000
