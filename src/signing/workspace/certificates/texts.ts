import type { AnchorKind, AnchorRow, AnchorState } from '../../trust/anchor.ts'
import type { CertificateState, HolderKind, RevocationState } from '../../register/key-holder.ts'

export const stateWords: Record<CertificateState, string> = {
  'in-force': 'Đang dùng',
  expiring: 'Sắp hết hạn',
  'handing-over': 'Đang dùng, sắp đổi',
  'not-yet': 'Chưa đến ngày dùng',
  expired: 'Hết hạn',
  revoked: 'Đã thu hồi',
  suspended: 'Tạm dừng',
  'unit-merged': 'Đơn vị đã kết thúc',
  replaced: 'Đã thay',
  withdrawn: 'Thôi dùng',
}

export const kindWords: Record<HolderKind, string> = {
  person: 'Cán bộ',
  agency: 'Con dấu số cơ quan',
  citizen: 'Công dân',
}

export const revocationWords: Record<RevocationState, string> = {
  'not-asked': 'Chưa hỏi tổ chức cấp',
  good: 'Không bị thu hồi',
  revoked: 'Đã bị thu hồi',
  suspended: 'Đang bị tạm dừng',
  unknown: 'Tổ chức cấp không trả lời được',
}

const SIGNERS: Record<string, string> = {
  embedded: 'Tệp khoá trên máy chủ này',
  pkcs11: 'Thiết bị PKCS#11',
  csc: 'Dịch vụ ký từ xa (CSC)',
  smartca: 'VNPT SmartCA',
  mysign: 'Viettel MySign',
  token: 'USB token của người ký',
}
export const signerWords = (name: string): string => SIGNERS[name] ?? name

const PURPOSES: Record<string, string> = {
  'result-signature': 'Ký kết quả',
  'result-seal': 'Đóng dấu số kết quả',
  'result-initials': 'Ký nháy dự thảo',
  'approval-record': 'Ký phiếu duyệt',
  'appraisal-record': 'Ký phiếu thẩm định',
  'opinion-record': 'Ký phiếu cho ý kiến',
  'result-copy': 'Sao y',
}
export const purposeWords = (name: string): string => PURPOSES[name] ?? name

const USE_STATES: Record<string, string> = {
  requested: 'đang ký',
  waiting: 'đang chờ xác nhận',
  completed: 'đã ký',
  failed: 'không ký được',
  abandoned: 'bỏ dở',
}
export const useStateWords = (state: string): string => USE_STATES[state] ?? state

export const problemWords: Record<string, string> = {
  'no-trusted-root': 'Không đi tới gốc nào hệ thống tin. Cài gốc của tổ chức cấp ở trang "Gốc tin cậy".',
  'certificate-expired': 'Một chứng thư trong chuỗi đã hết hạn.',
  'certificate-not-yet-valid': 'Một chứng thư trong chuỗi chưa có hiệu lực.',
  'certificate-not-for-signing': 'Chứng thư này không dùng để ký văn bản.',
  'authority-not-allowed': 'Một tổ chức trong chuỗi không được phép cấp chứng thư.',
}

export const anchorKindWords: Record<AnchorKind, string> = {
  'national-root': 'Gốc quốc gia',
  'national-timestamp-root': 'Gốc quốc gia, dấu thời gian',
  'government-root': 'Gốc chuyên dùng Chính phủ',
  'test-root': 'Gốc trình diễn',
}

export const anchorStateWords: Record<AnchorState, string> = {
  trusted: 'Đang tin',
  'not-installed': 'Chưa cài, chưa tin',
  expired: 'Hết hạn, không tin',
  'not-yet': 'Chưa có hiệu lực',
  'refused-as-demo': 'Trình diễn, không tin',
}

export const certaintyWords: Record<AnchorRow['certainty'], string> = {
  'compared-with-owner': 'Đã đối chiếu với nơi cấp',
  'one-public-source': 'Một nguồn công khai, chưa đối chiếu',
  'made-here': 'Tạo trên máy này',
}

export const certificateTexts = {
  title: 'Chứng thư số',
  anchorsTitle: 'Gốc tin cậy',
  search: 'Tên người, cơ quan hoặc số hiệu',
  state: 'Trạng thái',
  anyState: 'Mọi trạng thái',
  kind: 'Loại',
  anyKind: 'Mọi loại',
  unit: 'Đơn vị ghi trên chứng thư',
  anyUnit: 'Mọi đơn vị',
  signer: 'Nơi giữ khoá',
  anySigner: 'Mọi nơi',
  find: 'Lọc',
  none: 'Không có chứng thư số nào như vậy.',
  noneExpiring: 'Không có chứng thư số nào sắp hết hạn.',
  more: 'Trang sau',
  holder: 'Người hoặc cơ quan',
  validity: 'Hiệu lực',
  issuer: 'Tổ chức cấp',
  daysLeft: (days: number) => (days === 0 ? 'hết hạn hôm nay' : `còn ${days} ngày`),
  demo: 'Trình diễn',
  demoWarning: 'Chứng thư số trình diễn, không có giá trị pháp lý.',
  demoWhy: 'Tạo trên máy này để dùng thử; ở hệ thống chính thức không đăng ký được và không được tin.',
  subject: 'Tên trên chứng thư',
  organisation: 'Cơ quan trên chứng thư',
  namedUnit: 'Đơn vị trong hệ thống',
  noUnit: 'Không khớp đơn vị nào',
  unitEnded: (day: string) => `đã kết thúc ngày ${day}; chứng thư này không ký được nữa`,
  serial: 'Số hiệu',
  fingerprint: 'Mã kiểm SHA-256',
  keyKind: 'Loại khoá',
  where: 'Khoá ở đâu',
  keyRef: 'tên khoá',
  from: 'từ',
  to: 'đến',
  registered: 'Ghi vào sổ',
  service: 'Dùng để ký',
  serviceFrom: (from: string) => `từ ${from}`,
  serviceUntil: (from: string, until: string) => `từ ${from}; chứng thư mới dùng từ ${until}`,
  withdrawn: (at: string, reason: string) => `thôi dùng lúc ${at}${reason ? `: ${reason}` : ''}`,
  replaced: 'đã có chứng thư khác thay',
  revocation: 'Thu hồi',
  asked: (at: string) => `hỏi lúc ${at}`,
  answered: (source: string, at: string, until: string) =>
    `trả lời ký số (${source}) lập ${at}${until ? `, dùng được đến ${until}` : ''}`,
  revokedSince: (at: string, reason: string) => `từ ${at}${reason ? `, lý do ${reason}` : ''}`,
  byNotice: (as: string, at: string, reason: string, notice: string) =>
    `${as} theo ghi nhận lúc ${at}: ${reason}${notice ? ` (${notice})` : ''}`,
  chain: 'Chuỗi chứng thực',
  chainEnd: 'gốc được tin',
  chainOk: 'Chuỗi đi tới một gốc hệ thống tin.',
  uses: 'Đã dùng để ký',
  timesUsed: (times: number) => `${times.toLocaleString('vi-VN')} chữ ký. Các lần gần nhất:`,
  neverUsed: 'Chưa dùng lần nào.',
  when: 'Lúc',
  what: 'Việc',
  who: 'Người bấm',
  outcome: 'Kết quả',
  actions: 'Việc làm được',
  withdraw: 'Thôi dùng ở đây',
  withdrawLead: 'Chứng thư không ký được nữa trong hệ thống này. Văn bản đã ký vẫn giữ nguyên giá trị.',
  stop: 'Ghi thu hồi hoặc tạm dừng',
  stopLead: 'Ghi theo thông báo của người giữ hoặc tổ chức cấp. Có hiệu lực ngay, không chờ tổ chức cấp trả lời.',
  stopAs: 'Ghi là',
  revoke: 'Thu hồi (không dùng lại được)',
  suspend: 'Tạm dừng',
  notice: 'Số, nơi ra thông báo',
  resume: 'Cho dùng lại',
  resumeLead: 'Chấm dứt tạm dừng; chứng thư ký lại được ngay.',
  handOver: 'Đổi sang chứng thư mới',
  handOverLead:
    'Chứng thư mới ghi cạnh chứng thư đang dùng. Đến ngày đổi, hệ thống ký bằng chứng thư mới; trước đó vẫn ký bằng chứng thư cũ. Văn bản đang chờ không phải làm lại.',
  handOverSigner: 'Nơi giữ khoá mới',
  handOverKey: 'Tên khoá mới',
  handOverKeyHint: 'Tên trong thiết bị hoặc dịch vụ ký; hệ thống đọc chứng thư từ đó.',
  changeOver: 'Ngày đổi',
  reason: 'Lý do',
  cancel: 'Quay lại',
  save: 'Ghi',
  done: 'Đã ghi.',
  anchorsLead:
    'Chữ ký chỉ được tin khi chuỗi đi tới một gốc dưới đây đã cài. Biết tên gốc chưa phải là tin: phải có tệp chứng thư lấy từ nơi cấp và mã kiểm đã đối chiếu.',
  anchorsHow: 'Cài bằng lệnh trên máy chủ:',
  anchorCommand: 'motcua trust add <tệp> --as <mã> --fingerprint <SHA-256> --source "<nơi lấy>"',
  anchor: 'Gốc',
  code: 'Mã',
  anchorState: 'Tin hay không',
  anchorDates: 'Hiệu lực',
  certainty: 'Mức chắc chắn',
  source: 'Nguồn, căn cứ',
  stated: (years: string) => `${years} (theo nguồn)`,
  unknown: 'chưa rõ',
  intermediate: 'Tổ chức trung gian',
  other: 'Gốc cài thêm',
  putByHand: 'Đặt tay vào thư mục, chưa ghi nguồn',
  differs: 'Mã kiểm khác với mã nguồn nêu',
} as const
