import type { RegisterEnd } from './register.ts'

export const registerTexts = {
  wholeYear: 'Cả năm {year}',
  month: 'Tháng {month}/{year}',
  part: 'phần {part} trong {parts}',
  movedTo: 'Hẹn lại {day}.',
  pdfName: 'so-theo-doi-{year}-{part}.pdf',
  csvName: 'so-theo-doi-{year}.csv',
} as const

/** How a dossier ended, in the column of notes; a result given out needs no note. */
export const endNotes = {
  delivered: '',
  refused: 'Từ chối ngày {day}.',
  withdrawn: 'Người nộp rút ngày {day}.',
  stopped: 'Dừng giải quyết ngày {day}.',
} satisfies Record<RegisterEnd, string>

/** Columns of form 07, for the page and the file of figures. */
export const columnWords = {
  line: 'TT',
  code: 'Mã hồ sơ',
  procedure: 'Tên thủ tục hành chính',
  procedureCode: 'Mã thủ tục',
  sets: 'Số bộ',
  applicant: 'Tên cá nhân, tổ chức',
  address: 'Địa chỉ',
  phone: 'Số điện thoại',
  agency: 'Cơ quan chủ trì giải quyết',
  received: 'Nhận hồ sơ',
  due: 'Hẹn trả',
  returned: 'Trả kết quả',
  delivery: 'Phương thức nhận kết quả',
  signed: 'Ký nhận',
  note: 'Ghi chú',
} as const

export const registerRefusals = {
  'dossiers.register-closed': { status: 409, title: 'Quyển số {book} đã khoá sổ nên không thêm được hồ sơ.' },
  'dossiers.register-year-runs': { status: 409, title: 'Năm {year} chưa hết. Sang năm sau mới khoá sổ được.' },
} as const

export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
