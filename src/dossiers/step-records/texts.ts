import { refusalSentence as fill } from '../../platform/refusal.ts'

export const recordTexts = {
  appraisal: { title: 'Phiếu thẩm định', role: 'Người thẩm định', outcome: 'Kết luận', signing: 'Thẩm định hồ sơ' },
  opinion: { title: 'Phiếu cho ý kiến', role: 'Người cho ý kiến', outcome: 'Ý kiến', signing: 'Cho ý kiến về hồ sơ' },
  approval: {
    title: 'Phiếu duyệt dự thảo kết quả',
    role: 'Người duyệt',
    outcome: 'Quyết định',
    signing: 'Duyệt dự thảo kết quả',
  },
  procedure: 'Thủ tục',
  applicant: 'Hồ sơ của',
  step: 'Bước xử lý',
  approved: 'Đồng ý, trình ký',
  fileName: '{title} {code} - {name}.pdf',
} as const

export const appraisalWords = { eligible: 'Đủ điều kiện', ineligible: 'Không đủ điều kiện' } as const

export function recordFileName(kind: 'appraisal' | 'opinion' | 'approval', code: string, name: string): string {
  return fill(recordTexts.fileName, { title: recordTexts[kind].title, code, name })
}
