import { formatDate, formatDateTime, weekdayName } from '../platform/dates.ts'
import { withEnglish, type RefusalTexts } from '../platform/refusal.ts'
import { formatTerm, type Term } from '../platform/term.ts'
import type { DayMark, DayReason } from './day-reason.ts'
import type { DueDate } from './due-date.ts'
import type { DayKind } from './working-calendar.ts'
import { inBothLanguages } from '../platform/wording.ts'
import { dayKindsEn, dayMarksEn, deadlinesRefusalsEn, reckonTextsEn } from './texts.en.ts'

const dayKindsVi = {
  working: 'ngày làm việc',
  weekend: 'ngày nghỉ hằng tuần',
  closed: 'đóng cửa theo lệnh',
  holiday: 'nghỉ lễ',
  compensatory: 'nghỉ bù',
  swap_off: 'nghỉ hoán đổi',
  makeup_workday: 'ngày làm bù',
} satisfies Record<DayKind, string>

export const DAY_KINDS = inBothLanguages(dayKindsVi, dayKindsEn)

const dayMarksVi = {
  received: 'ngày nhận hồ sơ, không tính',
  'after-cut-off': 'nhận sau giờ chốt, tính như nhận ngày làm việc kế tiếp',
  'received-on-day-off': 'nhận vào ngày nghỉ, tính như nhận ngày làm việc kế tiếp',
  'taken-as-received': 'tính là ngày nhận hồ sơ',
  counted: 'tính',
  skipped: 'không tính',
  closed: 'không tính',
  stopped: 'tạm dừng, không tính',
  'end-moved': 'hết hạn vào ngày nghỉ, chuyển sang ngày làm việc kế tiếp',
  extended: 'thời gian gia hạn',
  due: 'ngày trả kết quả',
} satisfies Record<DayMark, string>
const DAY_MARKS = inBothLanguages(dayMarksVi, dayMarksEn)

const reckonVi = {
  predicted: 'dự kiến, chờ thông báo chính thức',
  counts: (time: string) => `tính ${time}`,
  nth: (nth: number) => `ngày thứ ${String(nth).replace('.', ',')}`,
  by: (documents: string) => ` (theo ${documents})`,
  due: (at: string, term: string) => `Hẹn trả: ${at} (${term})`,
  provisional: 'Dự kiến: trên đường đi có ngày nghỉ chưa được công bố chính thức.',
  hours: (count: number) => `${count} giờ`,
  minutes: (count: number) => `${count} phút`,
  underMinute: 'dưới 1 phút',
}
const words = inBothLanguages(reckonVi, reckonTextsEn)

/** One day of the reckoning in words: `Thứ Ba 24/11/2026: nghỉ lễ (Ngày Văn hóa Việt Nam), không tính`. */
export function dayReasonText({ on, mark, kind, name, status, nth, minutes, documents }: DayReason): string {
  const what = kind === 'working' ? [] : [`${DAY_KINDS[kind]}${name ? ` (${name})` : ''}`]
  if (status === 'predicted') what.push(words.predicted)
  if (minutes) what.push(words.counts(hoursAndMinutes(minutes)))
  else what.push(nth && mark === 'counted' ? words.nth(nth) : DAY_MARKS[mark])
  const by = documents ? words.by(documents.join('; ')) : ''
  return `${weekdayName(on)} ${formatDate(on)}: ${what.join(', ')}${by}`
}

/** The whole answer in words, one day a line. */
export function dueText(term: Term, { dueAt, explanation, provisional }: DueDate): string {
  const lines = [words.due(formatDateTime(dueAt), formatTerm(term)), ...explanation.map(dayReasonText)]
  if (provisional) lines.push(words.provisional)
  return `${lines.join('\n')}\n`
}

export function hoursAndMinutes(minutes: number): string {
  const whole = Math.round(minutes)
  const parts = [words.hours(Math.floor(whole / 60)), words.minutes(whole % 60)].filter(
    (part) => !part.startsWith('0 '),
  )
  return parts.join(' ') || words.underMinute
}

const deadlinesRefusalsVi = {
  'deadlines.term-invalid': {
    status: 422,
    title: 'Thời hạn {quantity} ({unit}) không hợp lệ. Thời hạn phải lớn hơn 0; chỉ ngày làm việc được tính nửa ngày.',
  },
  'deadlines.no-working-week': {
    status: 409,
    title: 'Chưa có giờ làm việc áp dụng cho ngày {on}. Người quản trị cần bổ sung lịch làm việc rồi hẹn ngày.',
  },
  'deadlines.no-working-day': {
    status: 409,
    title: 'Lịch làm việc không có ngày làm việc nào sau ngày {on}. Người quản trị cần kiểm tra lịch.',
  },
  'deadlines.rule-not-in-force': {
    status: 409,
    title: 'Chưa có quy định "{name}" áp dụng cho ngày {on}. Người quản trị cần bổ sung rồi hẹn ngày.',
  },
  'deadlines.clock-broken': {
    status: 409,
    title: 'Diễn biến thời hạn của hồ sơ không khớp nhau (bước "{kind}" lúc {at}). Báo người quản trị kiểm tra.',
  },
  'deadlines.clock-not-running': {
    status: 409,
    title: 'Thời hạn của hồ sơ không đang chạy nên chưa gia hạn được.',
  },
  'deadlines.extended-already': {
    status: 409,
    title: 'Hồ sơ đã được hẹn lại {atMost} lần. Pháp luật chỉ cho phép hẹn lại không quá {atMost} lần.',
  },
  'deadlines.extend-too-late': {
    status: 409,
    title: 'Văn bản xin lỗi phải gửi chậm nhất ngày {latest}, trước ngày hẹn trả {dueOn}. Nay đã quá ngày đó.',
  },
  'deadlines.extend-not-later': {
    status: 422,
    title: 'Ngày hẹn mới ({until}) phải sau ngày hẹn trả hiện nay ({dueOn}).',
  },
  'deadlines.extend-day-off': {
    status: 422,
    title: 'Ngày {until} là ngày nghỉ. Chọn một ngày làm việc để hẹn trả.',
  },
  'deadlines.week-in-past': {
    status: 422,
    title: 'Tuần làm việc riêng áp dụng sớm nhất từ ngày mai: ngày đã hẹn tính theo giờ cũ không đổi ngược lại.',
  },
  'deadlines.week-dates': { status: 422, title: 'Ngày cuối phải từ ngày đầu trở đi.' },
  'deadlines.week-never-open': { status: 422, title: 'Phải có ít nhất một buổi làm việc trong tuần.' },
  'deadlines.week-hours': {
    status: 422,
    title:
      'Giờ làm việc của một ngày chưa đúng: giờ đóng phải sau giờ mở, buổi sau bắt đầu từ lúc buổi trước kết thúc.',
  },
  'deadlines.week-exists': {
    status: 409,
    title:
      'Cơ quan đã có tuần làm việc riêng từ ngày {on}. Chọn ngày bắt đầu khác; tuần ghi sau thay tuần trước từ ngày đó.',
  },
  'deadlines.close-dates': { status: 422, title: 'Ngày kết thúc ({to}) phải từ ngày bắt đầu ({from}) trở đi.' },
  'deadlines.close-too-long': {
    status: 422,
    title: 'Một lệnh đóng cửa không quá {atMost} ngày. Nếu dài hơn, ghi thành nhiều lệnh.',
  },
  'deadlines.close-too-old': {
    status: 422,
    title: 'Chỉ ghi được lệnh đóng cửa từ ngày {earliest} trở lại đây.',
  },
  'deadlines.close-nothing': {
    status: 422,
    title: 'Từ {from} đến {to} không có ngày làm việc nào, nên không có gì để đóng cửa.',
  },
  'deadlines.close-province': {
    status: 403,
    title: 'Chỉ cán bộ cấp tỉnh mới ghi được lệnh đóng cửa toàn tỉnh.',
  },
  'deadlines.reopened-already': { status: 409, title: 'Lệnh {order} đã được bỏ từ trước.' },
  'deadlines.procedure-unknown': { status: 404, title: 'Không có thủ tục {code} áp dụng ngày {on}.' },
  'deadlines.procedure-term-unclear': {
    status: 409,
    title: 'Thủ tục {code} chưa rõ thời hạn giải quyết. Nêu thời hạn bằng --term.',
  },
  'deadlines.procedure-terms': {
    status: 409,
    title: 'Thủ tục {code} có nhiều thời hạn theo từng trường hợp: {terms}. Nêu thời hạn bằng --term.',
  },
  'deadlines.unit-unknown': { status: 404, title: 'Không có cơ quan {code} vào ngày {on}.' },
} satisfies RefusalTexts

export const deadlinesRefusals = withEnglish(deadlinesRefusalsVi, deadlinesRefusalsEn)
