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
  'reusedVault',
  'reusedRegister',
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

/** Papers of approved lists: how many were due, how many are there as a signed file. Papers not asked again, by where they came from. */
export const PAPER_COUNTS = ['listedPapers', 'listedSigned', 'vaultPapers', 'registerPapers'] as const
export type PaperCount = (typeof PAPER_COUNTS)[number]
const COUNTS = [...FIGURE_COLUMNS, ...PAPER_COUNTS] as const
export type Figures = Record<(typeof COUNTS)[number], number>
/** What is counted of one paper of a list, over the dossiers of its procedure. */
export const PAPER_FIGURES = ['handedIn', 'file', 'signed', 'data', 'digitised', 'notAsked'] as const
export type PaperFigure = (typeof PAPER_FIGURES)[number]

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
  return Object.fromEntries(COUNTS.map((count) => [count, row?.[count] ?? 0])) as Figures
}

export function sumFigures(all: readonly Figures[]): Figures {
  const sum = (count: keyof Figures) => all.reduce((total, one) => total + one[count], 0)
  return Object.fromEntries(COUNTS.map((count) => [count, sum(count)])) as Figures
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
