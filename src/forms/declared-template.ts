import type { FormTemplate } from './form.ts'

const DECLARATION =
  /^(?:[-–+*•]|\d+[.)]|[a-zđ]\))*\s*(?:[-–+*•]|\d+[.)]|[a-zđ]\))?\s*((?:tờ khai|đơn(?! vị)|giấy đề nghị|văn bản đề nghị|phiếu đề nghị|bản khai|thông báo)(?=[\s,;(]|$).*)$/isu
/** Where the name of a template ends and what it is laid down by begins. */
const BEHIND_NAME =
  /\s*(?:[,;:(]|\.(?:\s|$)|\btheo (?:mẫu|quy định)\b|\b(?:do|ban hành|kèm theo|quy định tại|tại Phụ lục|của Phụ lục)\b).*$/isu
const NUMBER = /mẫu(?: số)?\s+((?=[^\s,;)]*\d)[\p{L}\d/.-]*[\p{L}\d])/iu
const INSTRUMENT = /((?:Thông tư liên tịch|Thông tư|Nghị định|Quyết định|Nghị quyết) số [\p{L}\d/.-]*[\p{L}\d])/u

const LEAST_WORDS = 3

/**
 * The template an application follows, as the papers of its procedure name it; nothing where they name none or several. The
 * words are those of the publication, so nobody has compared them with the template.
 */
export function declaredTemplate(papers: readonly string[]): FormTemplate | undefined {
  const named = papers.flatMap((paper): FormTemplate[] => {
    const [, declared = ''] = DECLARATION.exec(paper.normalize('NFC').replace(/\s+/g, ' ').trim()) ?? []
    const name = declared.replace(BEHIND_NAME, '').trim()
    if (name.split(' ').length < LEAST_WORDS) return []
    const [, number] = NUMBER.exec(declared) ?? []
    const [, instrument] = INSTRUMENT.exec(declared) ?? []
    return [
      {
        name,
        ...(number === undefined ? {} : { number: `Mẫu số ${number}` }),
        ...(instrument === undefined ? {} : { instrument }),
        certainty: 'law-to-verify',
      },
    ]
  })
  const [first] = named
  return named.every(({ name }) => name.toLowerCase() === first?.name.toLowerCase()) ? first : undefined
}
