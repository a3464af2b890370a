import type { LegalDate } from '../../platform/dates.ts'

/** Columns of the table; `official` are those of Quyết định 766/QĐ-TTg, under their names in systems that report. */
export const FIGURE_COLUMNS = [
  'received',
  'notDigitised',
  'digitised',
  'nothingDue',
  'byList',
  'withFile',
  'withSignature',
  'withData',
  'reused',
  'reusedNational',
  'resolved',
  'carriedOver',
  'resultNotDigitised',
  'resultDigitised',
  'resultWithData',
] as const
export type FigureColumn = (typeof FIGURE_COLUMNS)[number]

export const OFFICIAL = {
  tiepNhan: 'received',
  chuaSoHoaTPHS: 'notDigitised',
  coSoHoaTPHS: 'digitised',
  coTaiSuDungTPHS: 'reused',
  coTaiSuDungTPHSTuDvcQg: 'reusedNational',
  daGiaiQuyet: 'resolved',
  daGiaiQuyetChuaSoHoa: 'resultNotDigitised',
  daGiaiQuyetDaSoHoa: 'resultDigitised',
} as const satisfies Record<string, FigureColumn>

/** Papers of approved lists: how many were due, how many are there as a signed file. */
type Listed = { listedPapers: number; listedSigned: number }
export type Figures = Record<FigureColumn, number> & Listed
/** As counted; what nothing was counted for is missing. */
export type FigureRow = { key: string } & Partial<Figures>

export type Scope = {
  unitIds: readonly string[]
  from: LegalDate
  to: LegalDate
  procedureCode?: string
  level?: 'province' | 'commune'
}

export function wholeFigures(row: Partial<Figures> | undefined): Figures {
  const counted = FIGURE_COLUMNS.map((column) => [column, row?.[column] ?? 0])
  const listed = { listedPapers: row?.listedPapers ?? 0, listedSigned: row?.listedSigned ?? 0 }
  return { ...(Object.fromEntries(counted) as Record<FigureColumn, number>), ...listed }
}

export function sumFigures(all: readonly Figures[]): Figures {
  const sum = (of: (one: Figures) => number) => all.reduce((total, one) => total + of(one), 0)
  const counted = Object.fromEntries(FIGURE_COLUMNS.map((column) => [column, sum((one) => one[column])]))
  return wholeFigures({
    ...counted,
    listedPapers: sum((one) => one.listedPapers),
    listedSigned: sum((one) => one.listedSigned),
  })
}

/** Each share over its own denominator; nothing over nothing is no share, never 0 %. */
export const SHARES = {
  digitised: ({ digitised, received }) => share(digitised, received),
  withFile: ({ withFile, received }) => share(withFile, received),
  withSignature: ({ withSignature, received }) => share(withSignature, received),
  withData: ({ withData, received }) => share(withData, received),
  reused: ({ reused, received }) => share(reused, received),
  resultDigitised: ({ resultDigitised, resolved }) => share(resultDigitised, resolved),
  resultWithData: ({ resultWithData, resolved }) => share(resultWithData, resolved),
  listed: ({ listedSigned, listedPapers }) => share(listedSigned, listedPapers),
} satisfies Record<string, (figures: Figures) => number | undefined>

export function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole
}
