import type { JournalFinding, LineProblem, SealProblem } from './verify-finding.ts'

const LINE_TEXTS = {
  'line-changed': 'nội dung đã bị sửa',
  'line-moved': 'đã bị đổi thứ tự, trước là dòng {was}',
  'line-missing': 'đã bị xoá',
  'line-added': 'là dòng chèn thêm',
  'line-rewritten': 'đã bị viết lại, không còn là dòng lúc niêm',
  'chain-broken': 'không nối tiếp dòng trước',
  'head-changed': 'đầu chuỗi không khớp dòng cuối',
} satisfies Record<LineProblem, string>

const SEAL_TEXTS = {
  'seal-changed': 'nội dung niêm đã bị sửa',
  'seal-broken': 'các dòng dưới niêm không còn khớp gốc Merkle (còn {lines} trong {sealedLines} dòng)',
  'seal-missing': 'đã bị xoá',
  'seal-chain-broken': 'không nối tiếp niêm trước',
  'token-bad': 'dấu thời gian không dùng được ({problem})',
} satisfies Record<SealProblem, string>

export function findingText(finding: JournalFinding): string {
  const isSeal = 'sealNo' in finding
  const text = isSeal ? SEAL_TEXTS[finding.kind] : LINE_TEXTS[finding.kind]
  const words = text.replace(/\{(\w+)\}/g, (_, name: string) => String(finding.facts?.[name] ?? '?'))
  return isSeal ? `Niêm ${finding.sealNo}: ${words}` : `${finding.subject}, dòng ${finding.seq}: ${words}`
}

export const verifyTexts = {
  intact: 'Nhật ký còn nguyên: {lines} dòng của {subjects} đối tượng, {seals} niêm.',
  tampered: 'Nhật ký không còn nguyên: {count} chỗ sai trong {lines} dòng, {seals} niêm.',
  unsealed: '{unsealed} dòng mới chưa niêm, {unstamped} niêm chưa có dấu thời gian.',
  lastSeal: 'Niêm cuối: {lastSealHash}',
}

export function fill(text: string, facts: Record<string, unknown>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = facts[name]
    return typeof value === 'number' ? value.toLocaleString('vi-VN') : String(value)
  })
}
