/** A commune-level unit of today with the name it is shown by: `Phường Việt Hưng, Thành phố Quảng Ninh`. */
export type Place = {
  communeCode: string
  provinceCode: string
  name: string
  /** Old names it was found by. */
  formerly?: string
  /** The words fit something else as well: a person confirms it. */
  uncertain?: true
}

export type ListedUnit = { code: string; name: string }

/**
 * The country's communes, given by whoever knows them. Names of before 1 July 2025 are found as well; where an old commune
 * was split, every commune that has a part of it is given, and the person is asked.
 */
export type PlaceBook = {
  find(words: string): Place[]
  byCode(communeCode: string): Place | undefined
  provinces(): ListedUnit[]
  communesOf(provinceCode: string): ListedUnit[]
}
