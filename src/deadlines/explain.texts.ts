import { addDays, formatDate, vietnamDate, vietnamTime, weekdayName, type LegalDate } from '../platform/dates.ts'
import type { DueMove } from './due-history.tsx'
import type { DayRun, ExplainKind } from './explain-clock.ts'
import { DAY_KINDS, hoursAndMinutes } from './texts.ts'
import { inBothLanguages } from '../platform/wording.ts'
import { languageNow } from '../platform/language.ts'
import { dueHistoryTextsEn, runTextsEn, whyTextsEn } from './explain.texts.en.ts'

/** `Thứ Bảy 28/11, Chủ Nhật 29/11: nghỉ hằng tuần, không tính` */
export function explainLineText(run: DayRun): string {
  const parts = [WORDS[run.kind](run)]
  if (run.kind !== 'counted' && run.minutes > 0) parts.push(words.counts(hoursAndMinutes(run.minutes)))
  if (run.isExpected) parts.push(words.expected)
  return `${daysText(run)}: ${parts.join('; ')}`
}

const runVi = {
  counts: (time: string) => `tính ${time}`,
  expected: 'lịch dự kiến, chờ thông báo chính thức',
  received: 'nhận hồ sơ',
  takenAsReceived: 'tính là ngày nhận hồ sơ',
  notYet: ', ngày này chưa tính',
  afterCutOff: 'nhận sau giờ chốt, tính như nhận ngày làm việc kế tiếp',
  onDayOff: 'nhận vào ngày nghỉ, tính như nhận ngày làm việc kế tiếp',
  madeUp: (names: string, nth: string) => `làm bù${names}, vẫn tính (${nth})`,
  dayOff: 'nghỉ hằng tuần, không tính',
  notCounted: (what: string) => `${what}, không tính`,
  closed: 'đóng cửa',
  stopped: 'tạm dừng',
  endMoved: 'hết hạn vào ngày nghỉ, chuyển sang ngày làm việc kế tiếp',
  extended: 'thời gian gia hạn',
  due: 'ngày hẹn trả',
  days: (count: number, nth: string) => `tính ${count} ngày (${nth})`,
  counted: (nth: string) => `tính, ${nth}`,
  plain: 'tính',
  nth: (nth: string) => `ngày thứ ${nth}`,
  nthToNth: (first: string, last: string) => `ngày thứ ${first} đến ngày thứ ${last}`,
  fromTo: (first: string, last: string) => `, từ ${first} đến ${last}`,
  under: (documents: string) => ` theo ${documents}`,
  to: ' đến ',
  moment: (time: string, day: string) => `${time} ngày ${day}`,
}
const words = inBothLanguages(runVi, runTextsEn)

const WORDS: Record<ExplainKind, (run: DayRun) => string> = {
  received: ({ mark, minutes }) =>
    (mark === 'received' ? words.received : words.takenAsReceived) + (minutes > 0 ? '' : words.notYet),
  late: ({ mark }) => (mark === 'after-cut-off' ? words.afterCutOff : words.onDayOff),
  counted: countedWords,
  'made-up': (run) => words.madeUp(namesText(run), nthText(run)),
  'day-off': () => words.dayOff,
  holiday: (run) => words.notCounted(dayOffText(run)),
  closed: (run) => words.notCounted(`${words.closed}${namesText(run)}${documentsText(run)}`),
  stopped: (run) => words.notCounted(`${words.stopped}${documentsText(run)}`),
  'end-moved': () => words.endMoved,
  extended: (run) => `${words.extended}${documentsText(run)}`,
  due: (run) => (run.nth ? `${nthText(run)}, ${words.due}` : `${words.due}${documentsText(run)}`),
}

function countedWords(run: DayRun): string {
  if (run.minutes > 0) return words.counts(hoursAndMinutes(run.minutes))
  return run.counted > 1 ? words.days(run.counted, nthText(run)) : words.counted(nthText(run))
}

function nthText({ nth }: DayRun): string {
  if (!nth) return words.plain
  const { first, last } = nth
  return first === last ? words.nth(number(last)) : words.nthToNth(number(first), number(last))
}

const number = (value: number): string => (languageNow() === 'en' ? `${value}` : String(value).replace('.', ','))

/** Names of holidays in a row: one or two in full, more by the first and the last. */
function namesText({ names }: DayRun): string {
  const [first, second] = names
  if (first === undefined) return ''
  if (names.length > 2) return words.fromTo(first, names.at(-1) ?? '')
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
  return documents.length === 0 ? '' : words.under(documents.join('; '))
}

function daysText({ from, to }: DayRun): string {
  if (from === to) return dayText(from)
  return `${dayText(from)}${addDays(from, 1) === to ? ', ' : words.to}${dayText(to)}`
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
    at === null ? texts.none : byHour ? words.moment(vietnamTime(at), `${day}`) : `${day}`
  return [text(before, was), text(after, is)]
}

const fill = (sentence: string, ...values: string[]): string =>
  values.reduce((text, one) => text.replace('{}', one), sentence)

const dueHistoryVi = {
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
}

export const dueHistoryTexts = inBothLanguages(dueHistoryVi, dueHistoryTextsEn)
const texts = dueHistoryTexts

const whyVi = {
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

export const whyTexts = inBothLanguages(whyVi, whyTextsEn)
