import { addDays, formatDate, vietnamDate, vietnamTime, weekdayName, type LegalDate } from '../platform/dates.ts'
import type { DueMove } from './due-history.tsx'
import type { DayRun, ExplainKind } from './explain-clock.ts'
import { DAY_KINDS, hoursAndMinutes } from './texts.ts'

/** `Thứ Bảy 28/11, Chủ Nhật 29/11: nghỉ hằng tuần, không tính` */
export function explainLineText(run: DayRun): string {
  const words = [WORDS[run.kind](run)]
  if (run.kind !== 'counted' && run.minutes > 0) words.push(`tính ${hoursAndMinutes(run.minutes)}`)
  if (run.isExpected) words.push('lịch dự kiến, chờ thông báo chính thức')
  return `${daysText(run)}: ${words.join('; ')}`
}

const WORDS: Record<ExplainKind, (run: DayRun) => string> = {
  received: ({ mark, minutes }) =>
    (mark === 'received' ? 'nhận hồ sơ' : 'tính là ngày nhận hồ sơ') + (minutes > 0 ? '' : ', ngày này chưa tính'),
  late: ({ mark }) =>
    mark === 'after-cut-off'
      ? 'nhận sau giờ chốt, tính như nhận ngày làm việc kế tiếp'
      : 'nhận vào ngày nghỉ, tính như nhận ngày làm việc kế tiếp',
  counted: countedWords,
  'made-up': (run) => `làm bù${namesText(run)}, vẫn tính (${nthText(run)})`,
  'day-off': () => 'nghỉ hằng tuần, không tính',
  holiday: (run) => `${dayOffText(run)}, không tính`,
  closed: (run) => `đóng cửa${namesText(run)}${documentsText(run)}, không tính`,
  stopped: (run) => `tạm dừng${documentsText(run)}, không tính`,
  'end-moved': () => 'hết hạn vào ngày nghỉ, chuyển sang ngày làm việc kế tiếp',
  extended: (run) => `thời gian gia hạn${documentsText(run)}`,
  due: (run) => (run.nth ? `${nthText(run)}, ngày hẹn trả` : `ngày hẹn trả${documentsText(run)}`),
}

function countedWords(run: DayRun): string {
  if (run.minutes > 0) return `tính ${hoursAndMinutes(run.minutes)}`
  return run.counted > 1 ? `tính ${run.counted} ngày (${nthText(run)})` : `tính, ${nthText(run)}`
}

function nthText({ nth }: DayRun): string {
  if (!nth) return 'tính'
  const { first, last } = nth
  return first === last ? `ngày thứ ${number(last)}` : `ngày thứ ${number(first)} đến ngày thứ ${number(last)}`
}

const number = (value: number): string => String(value).replace('.', ',')

/** Names of holidays in a row: one or two in full, more by the first and the last. */
function namesText({ names }: DayRun): string {
  const [first, second] = names
  if (first === undefined) return ''
  if (names.length > 2) return `, từ ${first} đến ${names.at(-1)}`
  return ` (${second === undefined ? first : `${first}, ${second}`})`
}

/** `nghỉ bù Tết`: a name that says the kind of day itself needs no other word. */
function dayOffText(run: DayRun): string {
  const kind = DAY_KINDS[run.dayKind]
  const [name] = run.names
  const saysKind = run.names.length === 1 && name?.toLowerCase().startsWith(kind)
  return saysKind ? `${kind}${name?.slice(kind.length)}` : `${kind}${namesText(run)}`
}

function documentsText({ documents }: DayRun): string {
  return documents.length === 0 ? '' : ` theo ${documents.join('; ')}`
}

function daysText({ from, to }: DayRun): string {
  if (from === to) return dayText(from)
  return `${dayText(from)}${addDays(from, 1) === to ? ', ' : ' đến '}${dayText(to)}`
}

const dayText = (on: LegalDate): string => `${weekdayName(on)} ${formatDate(on).slice(0, 5)}`

/** `hẹn trả chuyển từ 24/11/2026 sang 30/11/2026`; hours are told where the day stays the same. */
export function dueMoveWords({ before, after }: Pick<DueMove, 'before' | 'after'>): string {
  if (after === null) return before === null ? texts.noneYet : fill(texts.lapsed, momentsText(before, null)[0])
  const [was, is] = momentsText(before, after)
  return before === null ? fill(texts.begins, is) : fill(texts.moved, was, is)
}

/** Two promised moments: by their days, and by their hours too where these alone tell them apart. */
export function momentsText(before: Date | null, after: Date | null): [string, string] {
  const [was, is] = [before, after].map((at) => at && formatDate(vietnamDate(at)))
  const byHour = was === is && before?.getTime() !== after?.getTime()
  const text = (at: Date | null, day: string | null | undefined) =>
    at === null ? texts.none : byHour ? `${vietnamTime(at)} ngày ${day}` : `${day}`
  return [text(before, was), text(after, is)]
}

const fill = (words: string, ...values: string[]): string =>
  values.reduce((text, one) => text.replace('{}', one), words)

export const dueHistoryTexts = {
  title: 'Ngày hẹn đã chuyển',
  original: 'Hẹn lần đầu',
  current: 'Hẹn hiện nay',
  none: 'chưa có',
  noneYet: 'chưa có ngày hẹn',
  lapsed: 'ngày hẹn {} không còn áp dụng',
  begins: 'hẹn trả {}',
  moved: 'hẹn trả chuyển từ {} sang {}',
  paper: 'Theo',
  kinds: {
    restarted: 'Hồ sơ bổ sung đủ, thời hạn tính lại từ đầu',
    resumed: 'Hết tạm dừng, giải quyết tiếp',
    extended: 'Xin lỗi và gia hạn',
    closed: 'Cơ quan đóng cửa theo lệnh',
    standing: 'Đồng hồ đang dừng',
    stopped: 'Dừng giải quyết',
    withdrawn: 'Người nộp rút hồ sơ',
  } satisfies Record<DueMove['kind'], string>,
} as const
const texts = dueHistoryTexts

export const whyTexts = {
  calendar: 'Lịch tính thời hạn',
  lines: 'Từng ngày một',
  provisional: 'Dự kiến: trên đường đi có ngày nghỉ chưa được công bố chính thức, ngày hẹn có thể đổi theo.',
  weekdays: ['Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy', 'CN'],
  /** `Tháng 12/2026`; a week that lies in two of them `Tháng 11–12/2026`. */
  monthsOf: (from: LegalDate, to: LegalDate) => {
    const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))]
    const [lastYear, lastMonth] = [to.slice(0, 4), Number(to.slice(5, 7))]
    if (year !== lastYear) return `Tháng ${month}/${year}–${lastMonth}/${lastYear}`
    return month === lastMonth ? `Tháng ${month}/${year}` : `Tháng ${month}–${lastMonth}/${year}`
  },
  cells: {
    received: 'nhận',
    late: 'muộn',
    counted: '',
    'made-up': 'bù',
    'day-off': 'nghỉ',
    holiday: 'lễ',
    closed: 'đóng',
    stopped: 'dừng',
    'end-moved': 'nghỉ',
    extended: 'thêm',
    due: 'trả',
  } satisfies Record<ExplainKind, string>,
}
