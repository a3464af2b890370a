/** On printed sheets: for officers. */
export const separatorTexts = {
  title: 'Tờ phân cách',
  lead: 'Đặt tờ này lên trước giấy tờ rồi quét cả chồng. Máy bắt đầu một giấy tờ mới sau tờ này; tờ này không vào hồ sơ.',
  numbered: (label: string, no: number) => `${label}, số ${no}`,
} as const
