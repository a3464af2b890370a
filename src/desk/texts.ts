import type { RefusalTexts } from '../platform/refusal.ts'
import { copyRefusals } from './copies/texts.ts'

export const deskRefusals = {
  ...copyRefusals,
  'desk.nothing-missing': {
    status: 409,
    title: 'Chưa có gì thiếu để hướng dẫn. Ghi điều người nộp phải làm thêm, hoặc tiếp nhận hồ sơ.',
  },
  'desk.guided-before': {
    status: 422,
    title: 'Lần trước chưa nói tới "{what}". Ghi vì sao bây giờ mới hỏi thêm, rồi in lại phiếu.',
  },
  'desk.not-a-desk': { status: 403, title: 'Bạn không tiếp nhận hồ sơ ở quầy này.' },
} satisfies RefusalTexts

/** Words of form 02 as given at the desk. */
export const sheetTexts = {
  reason: 'Hồ sơ chưa đủ giấy tờ theo danh mục thành phần hồ sơ của thủ tục nên chưa tiếp nhận được.',
  stage: 'tiếp nhận tại quầy',
  legalBasis: 'Nghị định 118/2025/NĐ-CP về thực hiện thủ tục hành chính theo cơ chế một cửa',
  nobody: '(người nộp chưa khai tên)',
  originals: (count: number) => `${String(count).padStart(2, '0')} bản chính`,
  copies: (count: number) => `${String(count).padStart(2, '0')} bản sao`,
  fileName: (code: string, no: number) => `huong-dan-${code}-${no}.pdf`,
} as const

/** `01 bản chính, 02 bản sao`; empty when the source says nothing. */
export function copiesWords({ originals, copies }: { originals: number; copies: number }): string {
  return [
    ...(originals > 0 ? [sheetTexts.originals(originals)] : []),
    ...(copies > 0 ? [sheetTexts.copies(copies)] : []),
  ].join(', ')
}
