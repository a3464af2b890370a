import { refusalSentence as fill } from '../../platform/refusal.ts'
import type { About, Audience, Rung } from './ladder.ts'

export const audienceWords = {
  officer: 'Cán bộ đang giữ',
  head: 'Trưởng đơn vị',
  desk: 'Bộ phận Một cửa',
} satisfies Record<Audience, string>

const ABOUT = { due: 'hạn trả', step: 'giờ của bước' } satisfies Record<About, string>

/** `Trước hạn trả 2 ngày làm việc` */
export function rungWords(rung: Rung): string {
  const about = ABOUT[rung.about]
  if ('hours' in rung && rung.hours === 0) return fill('Khi quá {about}', { about })
  const facts = { about, count: 'hours' in rung ? rung.hours : rung.workingDays }
  const length = 'hours' in rung ? '{count} giờ làm việc' : '{count} ngày làm việc'
  return fill(rung.side === 'before' ? `Trước {about} ${length}` : `Sau {about} ${length}`, facts)
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
