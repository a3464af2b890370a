import type { About, Audience, Rung } from './ladder.ts'

export const audienceWords = {
  officer: 'Cán bộ đang giữ',
  head: 'Trưởng đơn vị',
  desk: 'Bộ phận Một cửa',
} satisfies Record<Audience, string>

const MARKS = {
  due: { before: 'trước hạn trả', after: 'sau hạn trả', over: 'Khi quá hạn trả' },
  step: { before: 'trước khi hết giờ của bước', after: 'sau khi hết giờ của bước', over: 'Khi hết giờ của bước' },
} satisfies Record<About, Record<Rung['side'] | 'over', string>>

/** `2 ngày làm việc trước hạn trả` */
export function rungWords(rung: Rung): string {
  const mark = MARKS[rung.about]
  if ('hours' in rung && rung.hours === 0) return mark.over
  const length = 'hours' in rung ? `${rung.hours} giờ làm việc` : `${rung.workingDays} ngày làm việc`
  return `${length} ${mark[rung.side]}`
}

export const certaintyWords = {
  'law-to-verify': 'Luật, cần đối chiếu',
  'local-setting': 'Tỉnh đặt, cần xác nhận',
} satisfies Record<Rung['certainty'], string>

export const remindersTexts = {
  title: 'Nhắc việc',
  lead: 'Trước khi hết giờ của bước, trước hạn trả và khi quá hạn, máy báo cho cán bộ, rồi trưởng đơn vị, rồi Bộ phận Một cửa. Mỗi bậc báo một lần; máy ngừng thì chạy lại báo bù điều còn đáng báo.',
  noPerson: 'Hồ sơ chưa ai nhận, hoặc người giữ đã thôi việc: báo trưởng đơn vị thay. Người làm thay được báo cùng.',
  caption: 'Thang nhắc việc áp dụng từ {day}',
  none: 'Chưa có thang nhắc việc nào áp dụng',
  when: 'Khi nào',
  whom: 'Báo cho ai',
  certainty: 'Mức chắc chắn',
  source: 'Căn cứ',
  onTime: 'Máy nhắc đang chạy kịp.',
  behind: '{units} đơn vị có hồ sơ chờ nhắc, lâu nhất {minutes} phút.',
  nobodyYet: 'Chưa phải nhắc ai.',
  aboutDue: 'Hạn trả {at}',
  aboutStep: 'Bước {step}, hết giờ {at}',
  overtaken: 'không gửi, đã có nhắc sau thay',
} as const
