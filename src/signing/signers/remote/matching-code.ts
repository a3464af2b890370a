import { createHash } from 'node:crypto'

/** mã đối chiếu: what the page and the telephone both show, so that the holder sees it is the same document. */
export const matchingCode = (signedAttributesDer: Uint8Array): string =>
  createHash('sha256').update(signedAttributesDer).digest('hex').slice(0, 8).toUpperCase()
