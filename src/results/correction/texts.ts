/** Words about putting an issued result right. */
export const correctionWords = {
  /** On the new paper itself. */
  replaces: 'Thay thế văn bản',
  replacesDocument: 'số {number} ngày {day}',
  /** Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3, as the form offers it. */
  legalBasis: 'Khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP',
} as const
