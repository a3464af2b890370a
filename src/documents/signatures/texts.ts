import type { SignatureCheck, SignatureFinding } from './signature-check.ts'

const VERDICTS = {
  valid: 'Chữ ký số hợp lệ',
  'valid-untrusted': 'Chưa tin được chứng thư của chữ ký số',
  altered: 'Đã bị thay đổi sau khi ký',
  broken: 'Chữ ký số bị hỏng, không kiểm tra được',
  unsigned: 'Không có chữ ký số',
} satisfies Record<SignatureFinding['verdict'], string>

/** One line beside the paper: 'Chữ ký số hợp lệ: …', 'Đã bị thay đổi sau khi ký: trang 2'. */
export function signatureText({ finding }: SignatureCheck): string {
  if (finding === null) return 'Tệp có chữ ký số, đang kiểm tra'
  const { verdict, signers, pages, demo } = finding
  const names = verdict === 'valid' || verdict === 'valid-untrusted' ? signers.join(', ') : ''
  const about = verdict === 'altered' && pages.length > 0 ? `trang ${pages.join(', ')}` : names
  const text = about === '' ? VERDICTS[verdict] : `${VERDICTS[verdict]}: ${about}`
  return demo ? `${text} (chứng thư trình diễn, không có giá trị pháp lý)` : text
}

/** What who sent the file should do about it; nothing when it is in order. */
export function signatureAdvice({ finding }: SignatureCheck): string | undefined {
  if (finding?.verdict === 'altered' || finding?.verdict === 'broken') {
    return 'Tệp vẫn được giữ. Nếu bạn có bản gốc đã ký, hãy gửi bản đó thay cho tệp này.'
  }
  return finding?.verdict === 'valid-untrusted' ? 'Tệp vẫn được giữ. Cán bộ có thể hỏi lại về người ký.' : undefined
}

/** How it is shown: in order, in doubt, wrong. */
export function signatureTone({ finding }: SignatureCheck): 'ok' | 'soon' | 'late' | 'plain' {
  if (finding === null || finding.verdict === 'unsigned') return 'plain'
  if (finding.verdict === 'valid') return finding.demo ? 'soon' : 'ok'
  return finding.verdict === 'valid-untrusted' ? 'soon' : 'late'
}
