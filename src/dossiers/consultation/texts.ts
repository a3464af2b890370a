import type { RefusalTexts } from '../../platform/refusal.ts'
import type { BodyState, Completeness, OpinionAnswer } from './consultation.ts'

export const answerWords = {
  agree: 'Đồng ý',
  'agree-with-conditions': 'Đồng ý kèm điều kiện',
  disagree: 'Không đồng ý',
  'no-opinion': 'Không có ý kiến',
} satisfies Record<OpinionAnswer, string>

export const bodyStateWords = {
  ...answerWords,
  waiting: 'Chờ trả lời',
  silent: 'Hết hạn không trả lời, coi là đồng ý',
  missing: 'Quá hạn, chưa trả lời',
  released: 'Thôi chờ, không trả lời trong hạn',
} satisfies Record<BodyState, string>

export const completenessWords = {
  all: 'Phải đủ ý kiến của tất cả các cơ quan',
  majority: 'Cần ý kiến của quá nửa số cơ quan',
  'silence-agrees': 'Hết hạn không trả lời thì coi là đồng ý',
} satisfies Record<Completeness, string>

export const consultationRefusals = {
  'dossiers.unknown-body': {
    status: 422,
    title: 'Không có cơ quan mã {unitCode} đang hoạt động để lấy ý kiến. Chọn lại cơ quan.',
  },
  'dossiers.body-without-officers': {
    status: 422,
    title: 'Tại {unit} chưa có ai trả lời được trên hệ thống. Gửi công văn, hoặc đề nghị mở tài khoản cho cơ quan đó.',
  },
  'dossiers.body-asked-twice': { status: 422, title: 'Có cơ quan được chọn hai lần. Mỗi cơ quan chỉ hỏi một lần.' },
  'dossiers.body-is-lead': {
    status: 422,
    title: 'Cơ quan đang giải quyết hồ sơ không tự lấy ý kiến mình. Chọn cơ quan khác.',
  },
  'dossiers.silence-needs-basis': {
    status: 422,
    title: 'Im lặng chỉ được coi là đồng ý khi có quy định. Ghi điều khoản làm căn cứ, hoặc chọn cách tính khác.',
  },
  'dossiers.opinion-after-due': {
    status: 409,
    title:
      'Hạn trả lời của {unit} là {replyBy}, không trước ngày hẹn trả {dueOn}. Rút ngắn số ngày, hoặc ghi vì sao vẫn phải hỏi.',
  },
  'dossiers.body-released': {
    status: 409,
    title: '{name} đã ghi thôi chờ ý kiến của cơ quan này. Ý kiến gửi sau không tính vào lần hỏi này nữa.',
  },
  'dossiers.reply-term-runs': {
    status: 409,
    title: 'Cơ quan này còn được trả lời đến hết {replyBy}. Qua hạn mới thôi chờ được.',
  },
  'dossiers.silence-counts': {
    status: 409,
    title: 'Lần hỏi này coi không trả lời là đồng ý nên hết hạn không phải chờ nữa.',
  },
  'dossiers.release-needs-basis': {
    status: 422,
    title: 'Quy trình yêu cầu ý kiến của cơ quan này. Ghi điều khoản cho phép quyết định khi thiếu ý kiến đó.',
  },
  'dossiers.consultation-closed': { status: 409, title: 'Việc lấy ý kiến đã kết thúc, không nhận thêm ý kiến.' },
  'dossiers.consultation-over': {
    status: 409,
    title: 'Hồ sơ đã có kết quả hoặc đã kết thúc nên không cần ý kiến nữa.',
  },
  'dossiers.consultation-incomplete': {
    status: 409,
    title: 'Mới có {answered} trên {asked} cơ quan trả lời, chưa đủ theo quy tắc đã chọn. Nhắc cơ quan chưa trả lời.',
  },
  'dossiers.opinion-given-meanwhile': {
    status: 409,
    title: '{name} đã trả lời cho cơ quan bạn trong lúc bạn viết. Xem ý kiến đó rồi quyết định có thay hay không.',
  },
  'dossiers.opinion-needs-text': {
    status: 422,
    title: 'Không đồng ý hoặc đồng ý kèm điều kiện thì phải ghi rõ lý do, điều kiện.',
  },
  'dossiers.opinion-given-before': { status: 409, title: 'Cơ quan này đã trả lời, không cần nhắc.' },
  'dossiers.reminded-just-now': {
    status: 409,
    title: 'Vừa nhắc cơ quan này rồi. Sau bốn giờ kể từ lần nhắc trước mới nhắc lại được.',
  },
} satisfies RefusalTexts
