/** Where a value is known from as well. */
export type HintSource =
  | 'citizen-registry' // Cơ sở dữ liệu quốc gia về dân cư
  | 'declared' // tờ khai của hồ sơ

/** Gợi ý đối chiếu: what another source says of the same thing; it never becomes the value by itself. */
export type Hint = {
  source: HintSource
  /** Of whom: "Nguyễn Thu Hạnh". */
  about: string
  /** What the source says; empty where it knows nothing of the kind. */
  text: string
  agrees: boolean
  /** ISO instant of asking. */
  at: string
}
