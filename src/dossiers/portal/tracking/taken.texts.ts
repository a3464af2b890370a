import { inBothLanguages } from '../../../platform/wording.ts'
import type { ComponentForm } from '../../dossier.ts'
import { takenTextsEn } from './taken.texts.en.ts'

const takenVi = {
  atDesk: (unit: string, day: string) => `Đã nộp bổ sung tại ${unit} ngày ${day}.`,
  byPost: (unit: string, day: string) => `Giấy tờ bổ sung gửi qua bưu chính đã đến ${unit} ngày ${day}.`,
  takenBy: (officer: string) => `Cán bộ nhận: ${officer}.`,
  broughtBy: (person: string) => `Người mang đến: ${person}.`,
  what: 'Những gì đã nhận',
  step: (unit: string, officer: string) => `Đã nộp bổ sung tại ${unit} (cán bộ nhận: ${officer})`,
  postStep: (unit: string, officer: string) => `Giấy tờ bổ sung qua bưu chính đã đến ${unit} (cán bộ nhận: ${officer})`,
  forms: {
    original: 'bản chính',
    copy: 'bản sao',
    'certified-copy': 'bản sao chứng thực',
    electronic: 'bản điện tử',
  } satisfies Record<ComponentForm, string>,
  notBrought: (reason: string) => `không nộp lại: ${reason}`,
}

/** An answer that a desk took, as its person and officers read of it. */
export const takenTexts = inBothLanguages(takenVi, takenTextsEn)
