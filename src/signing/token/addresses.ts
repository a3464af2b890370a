import type { Settings } from '../../platform/settings.ts'

/** Doors of programs: the local program has no cookie, what it may do is written in the address. */
export const TOKEN_ADDRESSES = {
  download: '/api/v1/token-signing/file',
  upload: '/api/v1/token-signing/signed',
} as const

/** Where an officer keeps the certificates on their tokens. */
export const OWN_TOKENS = '/ky-so/usb-token'
/** The page that signed asks here how it ended. */
export const TOKEN_OUTCOME = `${OWN_TOKENS}/luot`

/** Where a demonstration's stand-in for the local program shows itself: a browser is told there to believe it, a token put in. */
export const programPage = ({ embedded, tokenService }: Settings): string | undefined =>
  embedded.tokenProgram ? tokenService.replace(/^wss:/, 'https:') : undefined

/** Where one request is signed with a token. */
export const tokenRequestPath = (id: string): string => `${OWN_TOKENS}/ky/${id}`
