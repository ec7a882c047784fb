/** Characters that the server takes: it says so itself where the apps did not. */
export const maxBody = 20_000
export const maxSubject = 200
export const maxSearch = 200
