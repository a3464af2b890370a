import { inBothLanguages } from '../../platform/wording.ts'
import type { SignatureCheck, SignatureFinding } from './signature-check.ts'
import { signatureFindingTextsEn } from './texts.en.ts'

const findingVi = {
  verdicts: {
    valid: 'Chữ ký số hợp lệ',
    'valid-untrusted': 'Chưa tin được chứng thư của chữ ký số',
    altered: 'Đã bị thay đổi sau khi ký',
    broken: 'Chữ ký số bị hỏng, không kiểm tra được',
    unsigned: 'Không có chữ ký số',
  } satisfies Record<SignatureFinding['verdict'], string>,
  checking: 'Tệp có chữ ký số, đang kiểm tra',
  onPages: (pages: string) => `trang ${pages}`,
  demo: (text: string) => `${text} (chứng thư trình diễn, không có giá trị pháp lý)`,
  sendOriginal: 'Tệp vẫn được giữ. Nếu bạn có bản gốc đã ký, hãy gửi bản đó thay cho tệp này.',
  mayBeAsked: 'Tệp vẫn được giữ. Cán bộ có thể hỏi lại về người ký.',
}
const words = inBothLanguages(findingVi, signatureFindingTextsEn)

/** One line beside the paper: 'Chữ ký số hợp lệ: …', 'Đã bị thay đổi sau khi ký: trang 2'. */
export function signatureText({ finding }: SignatureCheck): string {
  if (finding === null) return words.checking
  const { verdict, signers, pages, demo } = finding
  const names = verdict === 'valid' || verdict === 'valid-untrusted' ? signers.join(', ') : ''
  const about = verdict === 'altered' && pages.length > 0 ? words.onPages(pages.join(', ')) : names
  const text = about === '' ? words.verdicts[verdict] : `${words.verdicts[verdict]}: ${about}`
  return demo ? words.demo(text) : text
}

/** What who sent the file should do about it; nothing when it is in order. */
export function signatureAdvice({ finding }: SignatureCheck): string | undefined {
  if (finding?.verdict === 'altered' || finding?.verdict === 'broken') {
    return words.sendOriginal
  }
  return finding?.verdict === 'valid-untrusted' ? words.mayBeAsked : undefined
}

/** How it is shown: in order, in doubt, wrong. */
export function signatureTone({ finding }: SignatureCheck): 'ok' | 'soon' | 'late' | 'plain' {
  if (finding === null || finding.verdict === 'unsigned') return 'plain'
  if (finding.verdict === 'valid') return finding.demo ? 'soon' : 'ok'
  return finding.verdict === 'valid-untrusted' ? 'soon' : 'late'
}
