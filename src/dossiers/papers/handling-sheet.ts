import { createHash } from 'node:crypto'
import { formatDate, vietnamDate, vietnamTime } from '../../platform/dates.ts'
import { canonicalJson } from '../../platform/journal/line.ts'
import type { RenderedPaper } from '../../platform/pdf.ts'
import type { DossierPaper } from './dossier-paper.ts'
import { renderForm } from './render-form.ts'
import { sheetTexts } from './texts.ts'

/** Who gives or takes: the person where one is known, and the unit or post. */
export type SheetParty = { person: string | null; place: string }

/** One hand-over as the sheet prints it. */
export type PrintedHandOver = { giver: SheetParty; taker: SheetParty; at: Date; outcome: string; note: string }

/** Mẫu số 06: phiếu kiểm soát quá trình giải quyết hồ sơ (Circular 03/2025, Appendix I; number 05 in Circular 01/2018). */
export type HandlingSheetPaper = DossierPaper & {
  /** cơ quan chủ trì */
  leadAgency: string
  /** cơ quan phối hợp: the bodies asked for an opinion, each once. */
  coordinating: string[]
  receivedAt: Date | null
  dueAt: Date | null
  rows: PrintedHandOver[]
}

/** Mẫu số 06 as PDF/A-2b. Made of history alone: the same hand-overs give the same bytes, whenever it is printed. */
export function renderHandlingSheet(sheet: HandlingSheetPaper): Promise<RenderedPaper> {
  return renderForm('handling-sheet', sheet, {
    received: sheet.receivedAt ? moment(sheet.receivedAt) : sheetTexts.noDueDate,
    due: sheet.dueAt ? moment(sheet.dueAt) : sheetTexts.noDueDate,
    digest: createHash('sha256')
      .update(canonicalJson(storable(sheet.rows)))
      .digest('hex')
      .slice(0, 16),
    rows: sheet.rows.map((row) => ({ ...row, time: vietnamTime(row.at), date: formatDate(vietnamDate(row.at)) })),
  })
}

function moment(instant: Date): string {
  return `${vietnamTime(instant)}, ${formatDate(vietnamDate(instant))}`
}

function storable(rows: readonly PrintedHandOver[]): unknown {
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
