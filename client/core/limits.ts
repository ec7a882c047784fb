/** The server's limits, in characters if not in addresses, repeated here so that forms can show them. */
export const maxBody = 20_000
export const maxSubject = 200
export const maxSearch = 200
export const maxFieldValue = 500
export const maxEmail = 254
export const maxRatingComment = 1_000
export const maxParticipants = 10
