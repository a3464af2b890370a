import type { DossierComponent } from '../procedure.ts'
import { bareWords } from './bullets.ts'
import type { FindingCode } from './finding.ts'

export type ListedComponent = {
  name: string
  groupName: string
  originals: number
  copies: number
  /** The source attaches a form template: then it is a paper whatever its words. */
  hasForm: boolean
}

export type ComponentJudgement = { kind: DossierComponent['kind']; conditional: boolean; doubt?: FindingCode }

const NOTE_START = /^\(?(luu y|ghi chu|chu y)\b/
const EMPTY_STATEMENT = /^(thanh phan ho so ?:? ?)?(chua co quy dinh( cu the)?|khong quy dinh|khong co|khong)\.?$/
const QUANTITY_STATEMENT = /^so luong( moi)?( thanh phan)?( bo)? ho so\b/
const TIME_OR_PLACE = /^(thoi han|thoi gian|cach thuc|noi nop|phuong thuc) (nop|giai quyet|cung cap|thuc hien)/
/** Nouns that name a paper. */
const PAPER_NOUN =
  /^(mot |0?\d (ban |bo )?|cac |nhung )?(giay|don |to khai|ban |van ban|hop dong|bao cao|quyet dinh|danh sach|chung tu|bien ban|anh |ho chieu|so |the |phieu|du thao|ke hoach|tai lieu|ho so |chung chi|van bang|bang |so yeu|ly lich|de an|du an|phuong an|thuyet minh|cam ket|cong van|to trinh|thong bao|giay phep|chung nhan|hoa don|ban ve|mau |dieu le|nghi quyet|y kien|ket qua|thong tin|can cuoc|visa|thi thuc|thu |hinh anh|catalogue)/
const ACTOR =
  /^(nguoi|co quan|ca nhan|to chuc|doanh nghiep|can bo|cong chuc|uy ban|don vi|thuong nhan|cong dan|hoc sinh|viec )/
const DUTY =
  /(chiu trach nhiem|co trach nhiem|co quyen|duoc quyen|khong phai (nop|xuat trinh|tai len|chung thuc)|khong duoc|khong bao gom|phai thuc hien xac thuc|phai bao dam|phai dam bao|phai tong hop|duoc su dung|co the (nop|lua chon|yeu cau)|tu choi|chi (can|phai))/
const CASE_START = /^(truong hop|doi voi|neu|khi|ngoai|rieng)\b/
const MUST_HAND_IN = /(phai co|phai nop|thi nop|nop them|bo sung|kem theo|xuat trinh|phai gui|la ban sao)/
const WAIVER =
  /(khong phai (nop|co|xuat trinh|chung thuc)|khong yeu cau|thuc hien theo quy dinh|thi thuc hien|viec uy quyen thuc hien|duoc thuc hien theo|co the (nop|thay the|su dung))/
const HEADING_END =
  /(gom|bao gom|sau|sau day|cu the|nhu sau|bo sung|kem theo|phai nop|phai xuat trinh)( mot trong cac (loai )?giay to)?( co)?:$/
/** Said of the paper itself, not of something inside it: before any list, bracket or second clause. */
const CONDITION = /^[^,;:(]*\(?neu co\b|^[^;:(]*\b(trong|doi voi|ap dung cho|tuy|tuy tung) (cac )?truong hop\b/

/** Tells a paper to hand in from the notes and headings the source lists among the papers. */
export function judgeComponent(component: ListedComponent, group = bareWords(component.groupName)): ComponentJudgement {
  const words = bareWords(component.name)
  const counted = component.originals + component.copies > 0
  const conditional = CASE_START.test(words) || CASE_START.test(group) || CONDITION.test(words) || CONDITION.test(group)
  const paper = (doubt?: FindingCode): ComponentJudgement => ({ kind: 'paper', conditional, ...(doubt && { doubt }) })
  const note = (): ComponentJudgement => ({
    kind: 'note',
    conditional: false,
    doubt: counted ? 'component.note-with-count' : 'component.note',
  })

  if (component.hasForm) return paper(holdsSeveral(component.name) ? 'component.several-in-one' : undefined)
  if (NOTE_START.test(group) || NOTE_START.test(words)) return note()
  if (EMPTY_STATEMENT.test(words) || QUANTITY_STATEMENT.test(words) || TIME_OR_PLACE.test(words)) return note()
  if (words.endsWith(':') && isHeading(words, counted) && !/[:;.] [-+•] ?\p{Lu}/u.test(component.name))
    return { kind: 'heading', conditional: false, doubt: counted ? 'component.note-with-count' : 'component.heading' }
  if (counted)
    return isCountedNote(words) ? note() : paper(holdsSeveral(component.name) ? 'component.several-in-one' : undefined)
  if (isUncountedPaper(words)) return paper('component.no-count')
  return note()
}

function isHeading(words: string, counted: boolean): boolean {
  if (!counted) return true
  return HEADING_END.test(words) && (!PAPER_NOUN.test(words) || words.startsWith('ho so '))
}

function isCountedNote(words: string): boolean {
  if (ACTOR.test(words) && DUTY.test(words)) return true
  return CASE_START.test(words) && WAIVER.test(words) && !MUST_HAND_IN.test(words)
}

function isUncountedPaper(words: string): boolean {
  if (/^\(.*\)\.?$/.test(words)) return false
  if (CASE_START.test(words))
    return /phai co (van ban|giay|ban |don |to khai|bien ban|hop dong|chung tu|anh )/.test(words)
  if (ACTOR.test(words)) return false
  return PAPER_NOUN.test(words) || words.length < 60
}

/** Whether one row holds a whole list of papers. */
function holdsSeveral(name: string): boolean {
  const bullets = name.match(/(?:^|[\s;.:])[-+•] ?(?=\p{Lu})/gu)?.length ?? 0
  return bullets >= 3 || (bullets >= 2 && bareWords(name).startsWith('thanh phan ho so'))
}
