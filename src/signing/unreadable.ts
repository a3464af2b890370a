import { Refusal } from '../platform/refusal.ts'
import { MAX_PDF_BYTES } from './pdf/file.ts'
import { PdfError } from './pdf/objects.ts'

export const fieldUnavailable = (field: string) => new Refusal('signing.field-unavailable', { field })

const CODES = {
  malformed: 'signing.unreadable-pdf',
  encrypted: 'signing.encrypted-pdf',
  'too-large': 'signing.too-large-pdf',
  'dynamic-form': 'signing.dynamic-form',
} satisfies Record<PdfError['code'], string>

/** A PDF that cannot be read safely is refused, not a fault of the program. */
export async function refusingUnreadable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof PdfError)) throw error
    throw new Refusal(CODES[error.code], { problem: error.message, megabytes: MAX_PDF_BYTES / 1024 / 1024 })
  }
}
