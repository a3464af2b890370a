import { addDays, vietnamDate, type LegalDate } from '../../platform/dates.ts'
import type { Reason, Facts } from '../../platform/refusal.ts'
import type { Cell } from '../../platform/spreadsheet/cell.ts'
import type { FilingInput } from '../filing/filing-input.ts'

/** Rows of one sheet. */
export const MOST_ROWS = 500
/** Lines of a further sheet, for all its rows. */
export const MOST_LINES = 5_000
/** Days a bundle is kept after the last change, as forms half done are. */
const KEPT_DAYS = 30

export type TypedRow = Record<string, Cell>

/** đợt nộp: the dossiers one person files from one sheet. */
export type Bundle = {
  id: string
  ownerAccountId: string
  procedureCode: string
  procedureVersionId: string
  fileName: string
  sheetSha256: string
  createdAt: Date
  updatedAt: Date
  /** While its good rows are being filed. */
  filingSince: Date | null
  keepUntil: LegalDate
}

export type RowState = 'faulty' | 'ready' | 'filed' | 'refused'

export type BundleRow = {
  /** As the spreadsheet program shows it. */
  line: number
  /** By column. */
  typed: TypedRow
  state: RowState
  /** What will be filed, once the row is good. */
  input: FilingInput | null
  contentSha256: string | null
  dossierCode: string | null
  /** Why filing refused it. */
  refusal: { code: string; facts: Facts } | null
}

export type BundleFile = { name: string; fileId: string }

export type Counts = Record<RowState, number>

export function bundleKeptUntil(now: Date): LegalDate {
  return addDays(vietnamDate(now), KEPT_DAYS)
}

export function countRows(rows: readonly Pick<BundleRow, 'state'>[]): Counts {
  const counts: Counts = { faulty: 0, ready: 0, filed: 0, refused: 0 }
  for (const { state } of rows) counts[state] += 1
  return counts
}

/** A row that became a dossier is changed there, and what is being filed is not changed under the hands of who files. */
export function whyNotMend(
  { filingSince }: Pick<Bundle, 'filingSince'>,
  row?: Pick<BundleRow, 'state'>,
): Reason | undefined {
  if (filingSince) return { code: 'dossiers.bundle-filing' }
  return row?.state === 'filed' ? { code: 'dossiers.bundle-row-filed' } : undefined
}

export function whyNotFileBundle({ filingSince }: Pick<Bundle, 'filingSince'>, counts: Counts): Reason | undefined {
  if (filingSince) return { code: 'dossiers.bundle-filing' }
  return counts.ready === 0 ? { code: 'dossiers.bundle-nothing-ready' } : undefined
}
