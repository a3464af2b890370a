/** Doors of programs: the local program has no cookie, what it may do is written in the address. */
export const TOKEN_ADDRESSES = {
  download: '/api/v1/token-signing/file',
  upload: '/api/v1/token-signing/signed',
} as const

/** Where an officer keeps the certificates on their tokens. */
export const OWN_TOKENS = '/ky-so/usb-token'
/** The page that signed asks here how it ended. */
export const TOKEN_OUTCOME = `${OWN_TOKENS}/luot`
