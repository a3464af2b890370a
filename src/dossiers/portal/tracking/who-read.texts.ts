import { inBothLanguages } from '../../../platform/wording.ts'
import type { ReaderSeen, ReadThing } from '../../reading/who-read.ts'
import { HOTLINE } from '../../texts.ts'
import { whoReadTextsEn } from './who-read.texts.en.ts'

const whoReadVi = {
  title: 'Ai đã xem dữ liệu của tôi',
  lead: 'Mỗi lần cán bộ mở hồ sơ, giấy tờ hoặc tra cứu thông tin của bạn đều được ghi vào nhật ký không sửa được.',
  wrong: (hotline: string) => `Thấy lần xem nào không rõ lý do, gọi ${hotline} để hỏi.`,
  back: 'Giấy tờ của tôi',
  at: 'Lúc',
  who: 'Ai',
  what: 'Xem gì',
  why: 'Để làm gì',
  none: 'Chưa có ai xem dữ liệu của bạn',
  times: (times: number) => `${times} lần trong ngày`,
  byLink: 'Người có đường dẫn bạn chia sẻ',
  bySystem: 'Hệ thống',
  dossier: (code: string) => `Hồ sơ ${code}`,
  file: (name: string, code: string) => `Tệp ${name} của hồ sơ ${code}`,
  paper: (title: string) => `${title} trong kho`,
  person: 'Thông tin cá nhân',
  forDossier: 'Xem để giải quyết hồ sơ',
  /** What a read was for, by what was asked of the system. */
  reasons: {
    'dossiers.get-file': 'Mở giấy tờ để giải quyết hồ sơ',
    'dossiers.vault-offers': 'Tìm giấy tờ dùng lại khi tiếp nhận tại quầy',
    'dossiers.get-offered-file': 'Mở giấy tờ dùng lại khi tiếp nhận tại quầy',
    'results.get': 'Xem kết quả của hồ sơ',
    'results.download': 'Mở tệp kết quả của hồ sơ',
    'documents.list-disputes': 'Xem điều bạn báo sai',
    'documents.get-dispute': 'Xem điều bạn báo sai',
    'documents.get-disputed-file': 'Mở giấy tờ bạn báo sai',
    'documents.vault-opened-by-link': 'Mở bằng đường dẫn bạn chia sẻ',
    'identity.registry-asked': 'Tra cứu thông tin cá nhân của bạn',
  },
}

export const whoReadTexts = inBothLanguages(whoReadVi, whoReadTextsEn)

export const askAbout = () => whoReadTexts.wrong(HOTLINE)

export function whyRead({ how, purpose }: Pick<ReaderSeen, 'how' | 'purpose'>): string {
  const reasons: Record<string, string> = whoReadTexts.reasons
  const known = reasons[how] ?? whoReadTexts.forDossier
  return purpose === null ? known : `${known}: ${purpose}`
}

export function whatRead(thing: ReadThing): string {
  if (thing.kind === 'dossier') return whoReadTexts.dossier(thing.code)
  if (thing.kind === 'file') return whoReadTexts.file(thing.name, thing.code)
  return thing.kind === 'paper' ? whoReadTexts.paper(thing.title) : whoReadTexts.person
}
