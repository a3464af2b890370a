export const BLANKS = '/phoi'
export const RECEIVE = `${BLANKS}/nhan`
export const blanksPath = (kind: string, query = ''): string => `${BLANKS}/loai/${encodeURIComponent(kind)}${query}`
export const originalPath = (code: string, rest = ''): string => `${BLANKS}/ho-so/${encodeURIComponent(code)}${rest}`
