import { addDays, formatDate, vietnamDate, vietnamTime, weekdayName, type LegalDate } from '../platform/dates.ts'
import type { ClockMove } from './clock.ts'
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

/** `Gia hạn một lần (12/TB-SCT): hẹn trả chuyển từ 24/11/2026 sang 30/11/2026` */
export function clockMoveText({ kind, document, before, after }: ClockMove): string {
  const by = document ? ` (${document})` : ''
  const [was, is] = [momentText(before), momentText(after)]
  const sameDay = before.dueOn === after.dueOn
  return `${MOVES[kind]}${by}: hẹn trả chuyển từ ${sameDay ? was.whole : was.day} sang ${sameDay ? is.whole : is.day}`
}

const MOVES = {
  restarted: 'Hồ sơ bổ sung đủ, thời hạn tính lại từ đầu',
  resumed: 'Tạm dừng theo căn cứ pháp lý rồi giải quyết tiếp',
  extended: 'Xin lỗi và gia hạn',
  closed: 'Cơ quan đóng cửa theo lệnh',
} satisfies Record<ClockMove['kind'], string>

function momentText({ dueAt }: ClockMove['before']): { day: string; whole: string } {
  const day = formatDate(vietnamDate(dueAt))
  return { day, whole: `${vietnamTime(dueAt)} ngày ${day}` }
}

export const whyTexts = {
  calendar: 'Lịch tính thời hạn',
  lines: 'Từng ngày một',
  moves: 'Ngày hẹn đã chuyển',
  provisional: 'Dự kiến: trên đường đi có ngày nghỉ chưa được công bố chính thức, ngày hẹn có thể đổi theo.',
  weekdays: ['Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy', 'CN'],
  month: (on: LegalDate) => `Tháng ${Number(on.slice(5, 7))}/${on.slice(0, 4)}`,
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
