import { readPdf } from './pdf/file.ts'
import { startIncrement } from './pdf/increment.ts'
import { fillTexts } from './prepare-signature.ts'
import { refusingUnreadable } from './unreadable.ts'

/** Fills prepared empty text fields; whoever signs next signs over them. */
export function fillFields(pdf: Uint8Array, texts: Record<string, string>): Promise<Buffer> {
  return refusingUnreadable(async () => {
    const file = readPdf(pdf)
    const increment = startIncrement(file)
    await fillTexts(increment, file, texts)
    return increment.finish().bytes
  })
}
