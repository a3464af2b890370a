import { withEnglish, type RefusalTexts } from '../../platform/refusal.ts'
import { inBothLanguages } from '../../platform/wording.ts'
import type { CoApplicant, Standing } from './co-applicant.ts'
import { howAgreedEn, standingWordsEn, togetherRefusalsEn, togetherTextsEn } from './texts.en.ts'

const standingVi = {
  'not-asked': 'Chưa gửi',
  voided: 'Đã đồng ý bản cũ, phải xem lại',
  asked: 'Đã gửi, chưa mở',
  'link-over': 'Đường dẫn hết hạn, chưa mở',
  opened: 'Đã mở, chưa trả lời',
  agreed: 'Đã đồng ý',
  declined: 'Không đồng ý',
} satisfies Record<Standing, string>

export const standingWords = inBothLanguages(standingVi, standingWordsEn)

const howVi = {
  'digital-signature': 'Đã ký số vào đơn',
  'recorded-consent': 'Đồng ý trên cổng, có ghi lại (không phải chữ ký số)',
  'confirmed-identity': 'Xác nhận bằng tài khoản định danh điện tử (không phải chữ ký số)',
  'at-the-desk': 'Ký tại quầy',
} satisfies Record<CoApplicant['how'], string>

export const howAgreedWords = inBothLanguages(howVi, howAgreedEn)

const togetherVi = {
  title: 'Người cùng đứng tên',
  you: 'Bạn',
  youSigned: (at: string) => `Đã ký số vào đơn lúc ${at}`,
  youUnsigned: 'Chưa ký số vào đơn',
  mustSign: 'Thủ tục này cần bạn và từng người cùng đứng tên ký số vào đúng một đơn. Ký trước hay sau cũng được.',
  seePaper: 'Xem đơn với các chữ ký đã có (PDF)',
  sendToSign: (count: number) => `Gửi cho ${count} người xem và ký`,
  signedWith: (name: string) => `Chứng thư số: ${name}`,
  lead: 'Vợ chồng cùng đứng tên nhà đất, thành viên hộ kinh doanh, các người thừa kế: thêm từng người ở đây. Mỗi người nhận một đường dẫn, đăng nhập, đọc đúng bản sẽ nộp rồi đồng ý hoặc không. Đủ mọi người đồng ý thì mới nộp được.',
  demanded: 'Thủ tục này cần nhiều người cùng đứng tên.',
  optionalTask: 'Nếu có',
  taskNobody: 'Chỉ mình bạn đứng tên',
  taskCount: (agreed: number, all: number) => `${agreed} trong ${all} người đã đồng ý`,
  nobody: 'Chưa có ai ngoài bạn.',
  add: 'Thêm người',
  fullName: 'Họ, chữ đệm và tên',
  personalId: 'Số định danh cá nhân',
  personalIdHint: '12 chữ số trên thẻ căn cước. Người đó phải đăng nhập bằng đúng số này.',
  phone: 'Số điện thoại (nếu có)',
  email: 'Thư điện tử (nếu có)',
  emailHint: 'Đường dẫn được gửi tới thư này. Không có thì bạn đưa đường dẫn hoặc mã QR ở dưới.',
  addButton: 'Thêm vào danh sách',
  fullNameMissing: 'Nhập họ, chữ đệm và tên',
  personalIdWrong: 'Nhập đủ 12 chữ số của số định danh',
  emailWrong: 'Địa chỉ thư có dấu @ ở giữa, không dấu cách',
  phoneWrong: 'Số điện thoại có 10 chữ số',
  remove: 'Bỏ khỏi danh sách',
  remind: 'Nhắc lại',
  send: (count: number) => `Gửi cho ${count} người xem và đồng ý`,
  sendAgain: 'Gửi lại cho người chưa trả lời',
  notReady: (count: number) => `Làm xong ${count} phần còn lại của bài khai rồi gửi cho mọi người.`,
  allAgreed: 'Mọi người đã đồng ý. Bạn nộp được.',
  voidedNotice: 'Bài khai đã đổi sau khi gửi. Gửi lại để mọi người xem bản mới.',
  answeredAt: (at: string) => `Trả lời lúc ${at}`,
  linkUntil: (at: string) => `Đường dẫn mở được một lần, đến ${at}`,
  link: 'Đường dẫn để đưa tận tay',
  linkOf: (name: string) => `Mã QR mở đường dẫn của ${name}`,
  showLink: 'Đường dẫn và mã QR',
  problem: 'Chưa làm được',
  back: 'Hồ sơ của bạn',
  checkTitle: 'Cùng đứng tên',
  checkMissing: 'Chưa đủ người đồng ý nên chưa nộp được. Nhắc, bỏ người đó khỏi danh sách, hoặc chờ.',

  inviteTitle: 'Bạn được mời cùng đứng tên một hồ sơ',
  inviteLead:
    'Đường dẫn này dành riêng cho bạn và mở được một lần. Đăng nhập bằng tài khoản của chính bạn để đọc bản sẽ nộp.',
  inviteOpen: 'Mở để đọc',
  inviteSignIn: 'Đăng nhập để mở',
  requestTitle: 'Xem hồ sơ bạn được mời cùng đứng tên',
  requestLead: (name: string) =>
    `${name} mời bạn cùng đứng tên. Dưới đây đúng là những gì sẽ nộp. Đọc hết rồi trả lời.`,
  together: 'Cùng đứng tên',
  waitingWord: 'Chưa trả lời',
  files: 'Giấy tờ kèm theo',
  noFiles: 'Không có giấy tờ kèm theo',
  hash: 'Mã băm SHA-256 của tệp',
  contentHash: 'Mã băm của toàn bộ nội dung',
  changed: 'Bài khai đang được sửa. Khi người nộp gửi lại bản mới, bạn được báo và xem lại ở đây.',
  agree: 'Tôi đã đọc và đồng ý cùng đứng tên hồ sơ với đúng nội dung này',
  agreeMeans:
    'Hệ thống ghi lại ai đồng ý, lúc nào, với mã băm của nội dung. Đây không phải chữ ký số. Nội dung đổi thì sự đồng ý này không còn giá trị và bạn được báo.',
  signMeans: 'Nội dung đổi thì mọi chữ ký và sự đồng ý không còn giá trị, và bạn được báo để xem bản mới.',
  howToAgree: 'Cách đồng ý',
  identityHint: 'Đăng nhập lại để xác nhận đúng là bạn. Đây không phải chữ ký số.',
  recordedConsent: 'Đồng ý, không ký số',
  recordedConsentHint: 'Hệ thống ghi lại ai đồng ý, lúc nào, với mã băm của nội dung. Đây không phải chữ ký số.',
  mustSignYou: 'Thủ tục này cần bạn ký số vào đơn. Chưa có chữ ký số của mọi người thì hồ sơ chưa nộp được.',
  sign: 'Tôi đã đọc và ký số vào đơn',
  noService:
    'Cổng chưa nối với dịch vụ ký số nào nên chưa ký được. Báo người nộp, hoặc đến bộ phận một cửa để ký trước cán bộ.',
  paper: 'Xem đơn, với các chữ ký đã có (PDF)',
  youSignedTitle: 'Bạn đã ký số vào đơn.',
  prove: 'Đăng nhập lại để xác nhận',
  proveLead: 'Thủ tục này cần xác nhận bằng tài khoản định danh: đăng nhập lại rồi bấm đồng ý trong 10 phút.',
  decline: 'Tôi không đồng ý',
  declineReason: 'Vì sao bạn không đồng ý',
  declineHint: 'Người nộp sẽ đọc.',
  declineMissing: 'Viết vì sao bạn không đồng ý',
  youAgreed: 'Bạn đã đồng ý.',
  youAgreedBody: 'Bạn được báo khi hồ sơ được nộp, hoặc khi nội dung đổi.',
  youDeclined: 'Bạn đã trả lời không đồng ý.',
  waitingForYou: 'Chờ bạn đồng ý',
  invitedOn: 'Được mời',
  readAndAnswer: 'Đọc và trả lời',
  backMine: 'Hồ sơ của tôi',

  withdrawAll: (names: string) =>
    `Hồ sơ có nhiều người đứng tên nên chỉ được rút khi mọi người đều đề nghị. Còn chờ: ${names}.`,
  withdrawAsked: (name: string) => `${name} đã đề nghị rút hồ sơ này.`,
  answerWithdrawal: 'Trả lời đề nghị rút',
  keepIt: 'Giữ hồ sơ, huỷ đề nghị rút',
}

export const togetherTexts = inBothLanguages(togetherVi, togetherTextsEn)

const refusalsVi = {
  'dossiers.co-applicants-not-here': { status: 409, title: 'Thủ tục này chỉ một người đứng tên.' },
  'dossiers.co-applicant-no-number': {
    status: 422,
    title: 'Số định danh này không đúng. Xem lại 12 chữ số trên thẻ căn cước.',
  },
  'dossiers.co-applicant-is-you': {
    status: 422,
    title: 'Đây là số định danh của bạn. Bạn đã đứng tên, không cần thêm.',
  },
  'dossiers.co-applicant-twice': { status: 422, title: 'Người có số định danh này đã ở trong danh sách.' },
  'dossiers.co-applicants-too-many': { status: 422, title: 'Nhiều nhất {limit} người cùng đứng tên một hồ sơ.' },
  'dossiers.co-applicants-nobody': { status: 409, title: 'Thêm ít nhất một người trước khi gửi.' },
  'dossiers.co-applicant-not-waiting': {
    status: 409,
    title: 'Người này đã trả lời, hoặc chưa được gửi đường dẫn nào. Tải lại trang để xem.',
  },
  'dossiers.co-applicant-reminded-enough': {
    status: 409,
    title: 'Đã nhắc người này {most} lần. Gọi cho người đó, đưa đường dẫn tận tay, hoặc bỏ khỏi danh sách.',
  },
  'dossiers.co-applicant-reminded-today': {
    status: 409,
    title: 'Mỗi ngày chỉ nhắc một lần. Chờ đến mai, hoặc đưa đường dẫn tận tay.',
  },
  'dossiers.co-link-over': {
    status: 410,
    title: 'Đường dẫn này đã hết hạn hoặc đã được thay bằng đường dẫn mới. Xin người nộp gửi lại.',
  },
  'dossiers.co-link-used': {
    status: 410,
    title: 'Đường dẫn này đã được mở. Nếu bạn là người đã mở, vào "Hồ sơ của tôi" để đọc tiếp.',
  },
  'dossiers.co-link-not-yours': {
    status: 403,
    title: 'Đường dẫn này dành cho người có số định danh khác. Đăng nhập bằng tài khoản của đúng người được mời.',
  },
  'dossiers.co-request-not-found': {
    status: 404,
    title: 'Không có lời mời này: hồ sơ đã nộp, bài khai đã xoá, hoặc bạn không được mời.',
  },
  'dossiers.co-content-changed': {
    status: 409,
    title: 'Bài khai đã đổi khi bạn đang đọc. Xem lại bản mới rồi trả lời.',
  },
  'dossiers.co-answered-before': {
    status: 409,
    title: 'Bạn đã trả lời rồi. Muốn đổi thì nói với người nộp để họ gửi lại.',
  },
  'dossiers.co-applicants-demanded': {
    status: 409,
    title: 'Thủ tục này cần nhiều người cùng đứng tên. Thêm người ở phần Người cùng đứng tên rồi gửi cho họ đồng ý.',
  },
  'dossiers.co-applicants-missing': {
    status: 409,
    title:
      'Chưa nộp được: còn chờ {names} đồng ý. Vào phần Người cùng đứng tên để nhắc, bỏ người đó khỏi danh sách, hoặc chờ.',
  },
  'dossiers.co-signature-demanded': {
    status: 409,
    title: 'Thủ tục này cần bạn ký số vào đơn; chỉ bấm đồng ý thì chưa đủ. Chọn một dịch vụ ký số rồi ký.',
  },
  'dossiers.co-signatures-missing': {
    status: 409,
    title:
      'Chưa nộp được: còn thiếu chữ ký số của {names}. Vào phần Người cùng đứng tên để gửi lại, nhắc, bỏ người đó khỏi danh sách, hoặc chờ.',
  },
  'dossiers.co-applicant-declined': {
    status: 409,
    title:
      'Chưa nộp được: {names} không đồng ý. Vào phần Người cùng đứng tên để đọc lý do, sửa bài khai rồi gửi lại, hoặc bỏ người đó khỏi danh sách.',
  },
  'dossiers.co-applicants-changed': {
    status: 409,
    title: 'Bài khai đã đổi sau khi mọi người đồng ý. Vào phần Người cùng đứng tên để gửi lại.',
  },
  'dossiers.withdrawal-asked-before': {
    status: 409,
    title: 'Bạn đã đề nghị rút hồ sơ này. Còn chờ những người cùng đứng tên.',
  },
  'dossiers.withdrawal-not-asked': { status: 409, title: 'Không có đề nghị rút nào đang chờ.' },
} satisfies RefusalTexts

export const togetherRefusals = withEnglish(refusalsVi, togetherRefusalsEn)
