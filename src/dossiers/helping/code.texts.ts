import { inBothLanguages } from '../../platform/wording.ts'

const messageVi = {
  code: (helper: string, code: string) =>
    `Mot Cua: ma ${code} de ${helper} giup ban nop ho so. Chi doc ma cho nguoi dang ngoi voi ban. Khong phai ban thi bo qua tin nay.`,
}
const messageEn = {
  code: (helper: string, code: string) =>
    `Mot Cua: code ${code} lets ${helper} help you file an application. Read it only to the person sitting with you. Not you? Ignore this.`,
}

/** Sent to a telephone: it says what the code is for, so that nobody gives it away for something else. */
export const codeMessage = inBothLanguages(messageVi, messageEn)
