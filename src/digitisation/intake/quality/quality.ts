/** Where on a page, in the operator's words: corners, sides, the middle or all of it. */
export const PLACES = [
  'top-left',
  'top',
  'top-right',
  'left',
  'middle',
  'right',
  'bottom-left',
  'bottom',
  'bottom-right',
] as const
export type PlaceOnPage = (typeof PLACES)[number]

export const FAULTS = [
  'empty', // không có gì trên trang
  'blurred', // mờ
  'dark', // tối
  'faint', // nhạt
  'glare', // loá
  'cut-edge', // mất mép
  'coarse', // độ phân giải thấp
  'screen', // ảnh chụp màn hình
  'two-papers', // hai giấy tờ trên một ảnh
] as const
export type FaultKind = (typeof FAULTS)[number]

/** `again`: the page is to be scanned again before anything is read from it; `look`: it may be read, a person should look. */
export type Fault = { kind: FaultKind; weight: 'again' | 'look'; places: PlaceOnPage[] }

export type PageQuality = {
  faults: Fault[]
  /** Share of the written parts whose strokes have clear edges, 0 to 1. */
  sharp: number
  /** Share of the page that is ink, 0 to 1. */
  ink: number
}

/** Whether a person must look before the page may be read. */
export const mustBeScannedAgain = ({ faults }: Pick<PageQuality, 'faults'>): boolean =>
  faults.some(({ weight }) => weight === 'again')
