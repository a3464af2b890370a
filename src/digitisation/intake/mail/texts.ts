/** Letters with papers: officers only. */
export const mailTexts = {
  noSubject: 'Thư không có tiêu đề',
  title: (subject: string, from: string) => `${subject} (${from})`,
} as const
