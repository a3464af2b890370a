import { HOTLINE } from '../../texts.ts'
import type { ReaderSeen, ReadThing } from '../../reading/who-read.ts'

/** What a read was for, by what was asked of the system. */
const FOR: Record<string, string> = {
  'dossiers.get': 'Xem để giải quyết hồ sơ',
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
}

export const whoReadTexts = {
  title: 'Ai đã xem dữ liệu của tôi',
  lead: 'Mỗi lần cán bộ mở hồ sơ, giấy tờ hoặc tra cứu thông tin của bạn đều được ghi vào nhật ký không sửa được.',
  wrong: `Thấy lần xem nào không rõ lý do, gọi ${HOTLINE} để hỏi.`,
  back: 'Giấy tờ của tôi',
  at: 'Lúc',
  who: 'Ai',
  what: 'Xem gì',
  why: 'Để làm gì',
  none: 'Chưa có ai xem dữ liệu của bạn',
  times: (times: number) => (times === 1 ? '' : `${times} lần trong ngày`),
  byLink: 'Người có đường dẫn bạn chia sẻ',
  bySystem: 'Hệ thống',
  older: 'Xem các lần trước',
}

export function whyRead({ how, purpose }: Pick<ReaderSeen, 'how' | 'purpose'>): string {
  const known = FOR[how] ?? 'Xem để giải quyết hồ sơ'
  return purpose === null ? known : `${known}: ${purpose}`
}

export function whatRead(thing: ReadThing): string {
  if (thing.kind === 'dossier') return `Hồ sơ ${thing.code}`
  if (thing.kind === 'file') return `Tệp ${thing.name} của hồ sơ ${thing.code}`
  return thing.kind === 'paper' ? `${thing.title} trong kho` : 'Thông tin cá nhân'
}
