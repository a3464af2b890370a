import { inBothLanguages } from '../platform/wording.ts'
import { errorTextsEn } from './error.texts.en.ts'

const errorVi = {
  errorPrefix: 'Lỗi: ',
  errorCount: (count: number) => `Còn ${count} chỗ cần sửa`,
}

/** Apart from the other texts: the script that checks forms carries these two alone. */
export const errorTexts = inBothLanguages(errorVi, errorTextsEn)
