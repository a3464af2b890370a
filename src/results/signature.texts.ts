/** Written into the signatures themselves. */
export const signatureWords = {
  initials: 'Ký nháy: chịu trách nhiệm về nội dung dự thảo',
  sign: 'Phê duyệt kết quả giải quyết thủ tục hành chính',
  seal: 'Phát hành văn bản',
  extract: 'Trích sao văn bản',
  copy: 'Sao y bản gốc in trên phôi',
} as const
