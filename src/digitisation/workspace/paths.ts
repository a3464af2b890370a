export const BENCH = '/ban-so-hoa'

export const paperPath = (paperId: string, more = '') => `${BENCH}/${paperId}${more}`

/** The same paper with another value before the officer. */
export const valueHref = (paperId: string, valueId: string, more: Record<string, string> = {}) =>
  paperPath(paperId, `?${new URLSearchParams({ muc: valueId, ...more }).toString()}`)

/** Opened anew each time its page was turned or scanned again. */
export const pictureHref = (paperId: string, place: number, sha256: string) =>
  paperPath(paperId, `/trang/${place}.jpg?v=${sha256.slice(0, 12)}`)
