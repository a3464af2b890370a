import type { PdfFile } from '../pdf/file.ts'
import type { Increment } from '../pdf/increment.ts'
import type { ReportReason } from '../verification/report.ts'
import { append } from './attack.ts'
import type { Attack } from './attack.ts'

export type Change = (increment: Increment, file: PdfFile) => void

/** Incremental saving: a correct revision is appended to the sealed file; every signature still computes. */
export const saving = (name: string, done: string, reason: ReportReason, pages: number[], change: Change): Attack => ({
  name,
  done,
  make: ({ sealed }) => append(sealed, change),
  verdict: 'altered',
  reason,
  pages,
})
