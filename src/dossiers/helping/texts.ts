import { withEnglish, type RefusalTexts } from '../../platform/refusal.ts'
import { inBothLanguages } from '../../platform/wording.ts'
import type { HelpStep } from './help.ts'
import { helpedPageTextsEn, helpingRefusalsEn, helpNoticeTextsEn } from './texts.en.ts'

const helpedPageVi = {
  title: 'Ai đã giúp tôi',
  lead: 'Người giúp chỉ xem được bài khai trong lúc giúp, và không xem được giấy tờ khác của bạn.',
  none: 'Chưa ai giúp bạn nộp hồ sơ.',
  agreedBy: { code: 'Bạn đồng ý bằng mã gửi tới điện thoại', paper: 'Bạn đồng ý tại quầy, xuất trình căn cước' },
  when: 'Lúc',
  how: 'Đồng ý',
  procedure: 'Thủ tục',
  dossier: 'Hồ sơ',
  did: 'Đã làm',
  steps: {
    began: 'Bắt đầu bài khai',
    page: 'Điền một phần tờ khai',
    file: 'Gắn tệp vào một giấy tờ',
    'file-removed': 'Bỏ một tệp',
    submitted: 'Nộp hồ sơ',
  } satisfies Record<HelpStep['what'], string>,
  open: 'Đang giúp',
  over: 'Đã kết thúc',
  end: 'Kết thúc việc giúp',
}

export const helpedPageTexts = inBothLanguages(helpedPageVi, helpedPageTextsEn)

const helpNoticeVi = {
  helping: (name: string) => `Bạn đang giúp ${name}.`,
  until: (time: string) => `Hồ sơ là của người đó. Bạn xem được đến ${time}.`,
  back: 'Về lần giúp này',
}

export const helpNoticeTexts = inBothLanguages(helpNoticeVi, helpNoticeTextsEn)

const refusalsVi = {
  'dossiers.help-other-name': {
    status: 409,
    title: 'Số định danh này không khớp họ tên đã nhập. Xem lại trên thẻ căn cước.',
  },
  'dossiers.help-no-phone': {
    status: 422,
    title: 'Chưa có số điện thoại của người được giúp. Nhập số, hoặc đưa người đó ra quầy kèm căn cước.',
  },
  'dossiers.help-phone-taken': {
    status: 409,
    title:
      'Không gửi mã tới số này được: số đang là của người khác, của cán bộ, hoặc đã được khai cho người khác. Mã đồng ý chỉ đến máy của chính người được giúp. Hỏi lại số của họ, hoặc đưa họ ra quầy kèm căn cước.',
  },
  'dossiers.help-told-enough': {
    status: 429,
    title:
      'Hôm nay bạn đã khai {most} số điện thoại cho người được giúp. Ngày mai khai tiếp, hoặc đưa người đó ra quầy kèm căn cước.',
  },
  'dossiers.help-no-messages': {
    status: 409,
    title: 'Hệ thống chưa gửi được tin nhắn. Đưa người được giúp ra quầy, xuất trình căn cước cho cán bộ.',
  },
  'dossiers.help-too-many-codes': {
    status: 429,
    title: 'Đã gửi nhiều mã trong một giờ qua. Chờ một giờ rồi gửi lại, hoặc đưa người đó ra quầy kèm căn cước.',
  },
  'dossiers.help-tries': { status: 409, title: 'Nhập sai mã quá nhiều lần nên mã đã bị huỷ. Gửi mã mới.' },
  'dossiers.help-over': { status: 409, title: 'Lần giúp này đã kết thúc.' },
  'dossiers.help-agreed': { status: 409, title: 'Người được giúp đã đồng ý rồi.' },
  'dossiers.help-code-old': { status: 409, title: 'Mã đã quá hạn. Gửi mã mới.' },
  'dossiers.help-cannot-sign': {
    status: 409,
    title: 'Thủ tục này phải do chính người nộp ký. Lưu lại, rồi người đó đăng nhập và nộp.',
  },
} satisfies RefusalTexts

export const helpingRefusals = withEnglish(refusalsVi, helpingRefusalsEn)
