import { foldText } from '../../platform/text.ts'

/**
 * The kinds of paper a result is drawn on: giấy phép, giấy chứng nhận · quyết định · lời chứng (chứng thực bản sao,
 * chữ ký, giao dịch) · giấy tờ hộ tịch · văn bản trả lời, thông báo · phiếu từ chối (form 03 as a result) · trích sao (one
 * applicant's part of a decision for many; chosen by no title).
 */
export type ResultTemplate =
  | 'licence'
  | 'decision'
  | 'certification'
  | 'civil-status'
  | 'reply'
  | 'rejection'
  | 'extract'

const KINDS: [ResultTemplate, RegExp][] = [
  ['rejection', /^phieu tu choi|^(van ban|thong bao|cong van)[^/;.]*\b(tu choi|khong (du|chap|cap|duoc|dong y))/],
  ['civil-status', /giay khai sinh|trich luc|chung nhan ket hon|tinh trang hon nhan|giay bao tu|noi dung khai sinh/],
  ['certification', /ban sao.*chung thuc|chung thuc.*ban sao|duoc chung thuc|ban sao dien tu/],
  ['decision', /^quyet dinh/],
  ['licence', /^(giay|the|chung chi|chung nhan|bang|so|phu hieu|bien so|con dau|ho chieu|phieu ly lich)\b/],
  ['reply', /^(van ban|thong bao|cong van|phieu|ket qua)/],
  ['decision', /quyet dinh/],
  ['licence', /giay (phep|chung nhan|xac nhan)|chung chi/],
]

/** The paper for a result by its name in the catalogue. A name offering a grant or a refusal is drawn as the grant. */
export function chooseResultTemplate(resultName: string): ResultTemplate {
  const name = foldText(resultName).replace(/^[^a-z]*([a-z0-9]{1,2}[.)]\s*)?/, '')
  const granted = /\bhoac\b|\/|;/.test(name) ? name.replace(/\b(hoac|\/|;).*$/, '') : name
  return KINDS.find(([, words]) => words.test(granted))?.[0] ?? 'reply'
}
