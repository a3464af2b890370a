import { Refusal } from '../platform/refusal.ts'
import { PdfError } from './pdf/objects.ts'

export const fieldUnavailable = (field: string) => new Refusal('signing.field-unavailable', { field })

/** A PDF that cannot be read safely is refused, not a fault of the program. */
export async function refusingUnreadable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof PdfError) throw new Refusal('signing.unreadable-pdf', { problem: error.code })
    throw error
  }
}
