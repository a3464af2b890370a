/** Answers to letters with papers: to offices and people an office knows. */
export const letterAnswer = {
  subject: (subject: string) => `Đã nhận thư: ${subject}`,
  text: (taken: number, refused: readonly string[]) =>
    [
      taken > 0
        ? `Đã nhận ${taken} tệp giấy tờ từ thư của ông/bà.`
        : 'Chưa nhận được tệp giấy tờ nào từ thư của ông/bà.',
      ...(refused.length > 0 ? ['', 'Những tệp sau không nhận được:', ...refused.map((line) => `- ${line}`)] : []),
      '',
      'Thư này do máy gửi, xin đừng trả lời.',
    ].join('\n'),
} as const
