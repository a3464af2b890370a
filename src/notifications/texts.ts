import { formatDate, weekdayName, type LegalDate } from '../platform/dates.ts'
import type { MessageFacts, Template } from './delivery.ts'
import { inBothLanguages } from '../platform/wording.ts'
import { factTextsEn, inboxTextsEn, letterTextsEn, wordingsEn } from './texts.en.ts'

type Wording = { title: string; text: string; linkText: string }

const wordingsVi = {
  submitted: {
    title: 'Đã nộp hồ sơ {code}',
    text: '{unitName} sẽ xem hồ sơ "{procedureName}" rồi báo bạn ngày hẹn trả, hoặc giấy tờ còn thiếu.',
    linkText: 'Theo dõi hồ sơ',
  },
  received: {
    title: 'Hẹn trả {dueDay}: hồ sơ {code} đã được nhận',
    text: '{unitName} đã nhận hồ sơ "{procedureName}". Hẹn trả kết quả {dueDay}.',
    linkText: 'Theo dõi hồ sơ',
  },
  'supplement-requested': {
    title: 'Bổ sung trước hết {replyDay}: hồ sơ {code}',
    text: '{unitName} cần thêm giấy tờ để giải quyết "{procedureName}". Xem cần gì và nộp bổ sung trước hết {replyDay}.',
    linkText: 'Xem cần bổ sung gì',
  },
  supplemented: {
    title: 'Đã nhận phần bổ sung của hồ sơ {code}',
    text: '{unitName} đã nhận phần bạn bổ sung cho hồ sơ "{procedureName}" và xem tiếp.',
    linkText: 'Theo dõi hồ sơ',
  },
  'intake-refused': {
    title: 'Hồ sơ {code} không được tiếp nhận',
    text: '{unitName} không tiếp nhận hồ sơ "{procedureName}". Lý do và căn cứ ghi trong phiếu từ chối kèm hồ sơ.',
    linkText: 'Xem lý do',
  },
  suspended: {
    title: 'Hồ sơ {code} tạm dừng theo quy định',
    text: '{unitName} tạm dừng giải quyết "{procedureName}" theo căn cứ ghi ở trang hồ sơ. Ngày hẹn mới được báo khi giải quyết tiếp; bạn không phải làm gì.',
    linkText: 'Xem căn cứ',
  },
  resumed: {
    title: 'Hẹn trả {dueDay}: hồ sơ {code} giải quyết tiếp',
    text: '{unitName} giải quyết tiếp "{procedureName}". Hẹn trả kết quả {dueDay}.',
    linkText: 'Xem vì sao là ngày này',
  },
  'deadline-extended': {
    title: 'Xin lỗi và hẹn lại {dueDay}: hồ sơ {code}',
    text: '{unitName} xin lỗi vì chưa giải quyết xong "{procedureName}" và hẹn lại {dueDay}. Văn bản xin lỗi ghi rõ lý do, có ở trang hồ sơ.',
    linkText: 'Xem văn bản xin lỗi',
  },
  'due-date-moved': {
    title: 'Hẹn trả lùi sang {dueDay}: hồ sơ {code}',
    text: '{unitName} phải đóng cửa theo lệnh của cơ quan có thẩm quyền nên ngày hẹn của "{procedureName}" lùi sang {dueDay}.',
    linkText: 'Xem vì sao là ngày này',
  },
  withdrawn: {
    title: 'Hồ sơ {code} đã được rút',
    text: '{unitName} đã ghi việc rút hồ sơ "{procedureName}" và không giải quyết nữa. Nếu không phải bạn rút, gọi 1900 558 826.',
    linkText: 'Xem hồ sơ',
  },
  stopped: {
    title: 'Hồ sơ {code} dừng giải quyết',
    text: '{unitName} dừng giải quyết "{procedureName}". Lý do và căn cứ ghi trong thông báo dừng kèm hồ sơ.',
    linkText: 'Xem lý do',
  },
  finished: {
    title: 'Hồ sơ {code} đã có kết quả',
    text: '{unitName} đã giải quyết xong hồ sơ "{procedureName}". Mở hồ sơ để xem cách nhận kết quả.',
    linkText: 'Xem kết quả',
  },
  delivered: {
    title: 'Đã trả kết quả hồ sơ {code}',
    text: '{unitName} đã trả kết quả hồ sơ "{procedureName}". Bản điện tử tải được bất cứ lúc nào ở trang hồ sơ.',
    linkText: 'Tải kết quả',
  },
  'delivery-refused': {
    title: 'Kết quả hồ sơ {code} được giữ tại quầy',
    text: '{unitName} đã ghi là bạn không nhận kết quả hồ sơ "{procedureName}". Kết quả vẫn được giữ; bạn đến nhận lúc nào cũng được. Nếu ghi không đúng, gọi tổng đài.',
    linkText: 'Xem hồ sơ',
  },
  'correction-opened': {
    title: 'Đang sửa sai sót trên kết quả hồ sơ {code}',
    text: '{unitName} đang soạn văn bản thay thế văn bản số {documentNumber} vì có sai sót. Bản cũ vẫn dùng được đến khi có bản mới. Bạn không phải làm gì.',
    linkText: 'Xem sai ở đâu',
  },
  'result-replaced': {
    title: 'Văn bản số {documentNumber} thay thế văn bản số {replacedNumber}: hồ sơ {code}',
    text: '{unitName} đã phát hành văn bản số {documentNumber} thay thế văn bản số {replacedNumber} của hồ sơ "{procedureName}". Từ nay dùng văn bản mới.',
    linkText: 'Xem văn bản mới',
  },
  'vault-answered': {
    title: 'Đã trả lời điều bạn báo sai: {paperTitle}',
    text: '{unitName} đã trả lời về giấy tờ "{paperTitle}" trong kho của bạn, từ hồ sơ {code}.',
    linkText: 'Xem câu trả lời',
  },
  'co-asked': {
    title: 'Bạn được mời cùng đứng tên một hồ sơ',
    text: 'Có người khai hồ sơ "{procedureName}" và mời bạn cùng đứng tên. Đăng nhập bằng tài khoản của bạn, đọc đúng bản sẽ nộp rồi ký, đồng ý hoặc từ chối. Không quen người mời thì bỏ qua thư này.',
    linkText: 'Đọc và trả lời',
  },
  'co-voided': {
    title: 'Bài khai bạn đã đồng ý vừa được sửa',
    text: 'Hồ sơ "{procedureName}" bạn đã đồng ý cùng đứng tên vừa được sửa, nên sự đồng ý của bạn, và chữ ký số nếu bạn đã ký, không còn giá trị. Khi người nộp gửi lại, bạn được báo để xem bản mới.',
    linkText: 'Xem lời mời',
  },
  'co-agreed': {
    title: 'Một người đã đồng ý cùng đứng tên bài khai {code}',
    text: 'Có người vừa đồng ý cùng đứng tên hồ sơ "{procedureName}". Đủ mọi người thì bạn nộp được.',
    linkText: 'Xem ai đã đồng ý',
  },
  'co-declined': {
    title: 'Một người không đồng ý cùng đứng tên bài khai {code}',
    text: 'Có người vừa trả lời không đồng ý cùng đứng tên hồ sơ "{procedureName}". Lý do ghi ở bài khai.',
    linkText: 'Đọc lý do',
  },
  'acting-recorded': {
    title: 'Hồ sơ {code} được nộp thay chủ hồ sơ',
    text: 'Hồ sơ "{procedureName}" do một người nộp thay chủ hồ sơ. Hệ thống đã ghi quyền nộp thay: theo giấy nào, đến khi nào. Bạn là chủ hồ sơ mà không nhờ ai nộp thì mở trang này để chấm dứt quyền đó, hoặc báo {unitName}.',
    linkText: 'Xem quyền nộp thay',
  },
  'acting-doubted': {
    title: 'Giấy cho nộp thay của hồ sơ {code} cần làm rõ',
    text: 'Cán bộ xem hồ sơ "{procedureName}" nghi ngờ giấy cho nộp thay. Hồ sơ chưa được tiếp nhận, phê duyệt cho đến khi làm rõ. Mở trang này để đọc lý do; khi được yêu cầu thì bổ sung giấy khác.',
    linkText: 'Đọc lý do',
  },
  'acting-accepted': {
    title: 'Giấy cho nộp thay của hồ sơ {code} được chấp nhận',
    text: 'Cán bộ xem hồ sơ "{procedureName}" đã chấp nhận giấy cho nộp thay. Bạn không phải làm gì thêm.',
    linkText: 'Xem quyền nộp thay',
  },
  'acting-ended': {
    title: 'Quyền nộp thay của hồ sơ {code} đã hết',
    text: 'Quyền nộp thay trong hồ sơ "{procedureName}" đã chấm dứt hoặc hết hạn. Người nộp thay không xem được hồ sơ nữa; hồ sơ vẫn được giải quyết cho chủ hồ sơ.',
    linkText: 'Xem hồ sơ',
  },
  'withdrawal-asked': {
    title: 'Có người đề nghị rút hồ sơ {code}',
    text: 'Một người cùng đứng tên hồ sơ "{procedureName}" đề nghị rút. Hồ sơ chỉ được rút khi mọi người đều đề nghị.',
    linkText: 'Xem và trả lời',
  },
} satisfies Record<Template, Wording>

/** Who acts, then what; the date first where there is one. `{…}` are facts of the message. */
const WORDINGS = inBothLanguages(wordingsVi, wordingsEn)

export type Message = Wording

/** The words of a message. */
export function messageOf(template: Template, facts: MessageFacts): Message {
  const known: Record<string, string> = {
    code: facts.code,
    procedureName: facts.procedureName,
    unitName: facts.unitName,
    dueDay: day(facts.dueOn),
    replyDay: day(facts.replyBy),
    documentNumber: facts.documentNumber ?? factTexts.numberInDossier,
    replacedNumber: facts.replacedNumber ?? factTexts.numberInDossier,
    paperTitle: facts.paperTitle ?? '',
  }
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '')
  const { title, text, linkText } = WORDINGS[template]
  return { title: fill(title), text: fill(text), linkText }
}

const factVi = { numberInDossier: 'ghi trong hồ sơ', dayInDossier: 'ngày ghi trong hồ sơ' }
const factTexts = inBothLanguages(factVi, factTextsEn)

function day(on: LegalDate | undefined): string {
  return on === undefined ? factTexts.dayInDossier : `${weekdayName(on)} ${formatDate(on)}`
}

const letterVi = {
  greeting: 'Chào bạn,',
  procedure: 'Thủ tục',
  code: 'Mã hồ sơ',
  footer:
    'Thư này do hệ thống Một Cửa tự gửi, không đọc thư trả lời. Cần hỏi, gọi 1900 558 826, từ 7 giờ đến 17 giờ 30 các ngày làm việc.',
  caution: 'Chúng tôi không bao giờ hỏi mật khẩu hay mã OTP qua thư.',
}

export const letterTexts = inBothLanguages(letterVi, letterTextsEn)

const inboxVi = {
  title: 'Thông báo',
  ofDossier: 'Các thông báo về hồ sơ này ({count})',
  none: 'Chưa có thông báo nào. Khi hồ sơ của bạn có việc mới, thông báo hiện ở đây.',
  unread: 'Mới',
  unreadCount: '{count} thông báo chưa đọc',
  allRead: 'Bạn đã đọc hết thông báo.',
  markAllRead: 'Đánh dấu đã đọc hết',
  older: 'Xem thông báo cũ hơn',
  newest: 'Về thông báo mới nhất',
}

export const inboxTexts = inBothLanguages(inboxVi, inboxTextsEn)

export function fillText(text: string, facts: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
}
