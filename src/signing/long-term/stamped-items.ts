import { readSignedData } from '../crypto/cms.ts'
import type { SignedData } from '../crypto/cms.ts'
import { openTimestamp } from '../crypto/timestamp.ts'
import type { Token } from '../crypto/timestamp.ts'
import type { PdfFile } from '../pdf/file.ts'
import { findSignatures } from '../verification/find-signatures.ts'

/** A signature or document time stamp of a file that can be read, with the token that tells its time. */
export type StampedItem = { end: number; signed: SignedData | undefined; token: Token | undefined }

/** In the order of what they cover. Signatures that cannot be read get no better by more data about them. */
export function stampedItems(file: PdfFile): StampedItem[] {
  return findSignatures(file).flatMap(({ subFilter, contents, range }): StampedItem[] => {
    if (!range) return []
    const { gapStart, gapEnd, end } = range
    if (subFilter === 'ETSI.RFC3161') {
      const stamped = [file.bytes.subarray(0, gapStart), file.bytes.subarray(gapEnd, end)]
      const opened = openTimestamp(contents, stamped, true)
      return opened.ok ? [{ end, signed: undefined, token: opened.token }] : []
    }
    const signed = readable(contents)
    if (!signed) return []
    const opened = signed.timestampToken && openTimestamp(signed.timestampToken, [signed.signature])
    return [{ end, signed, token: opened?.ok ? opened.token : undefined }]
  })
}

function readable(contents: Uint8Array): SignedData | undefined {
  try {
    return readSignedData(contents, true)
  } catch {
    return undefined
  }
}
