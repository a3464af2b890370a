/** What a scanned paper is called where it is signed and kept. */
export const keepingTexts = {
  untitled: 'Giấy tờ chưa rõ loại',
  titled: (name: string, number: string) => `${name} số ${number}`,
} as const
