export const ownTabsTexts = {
  label: 'Chữ ký số của tôi',
  key: 'Chứng thư số',
  token: 'USB token',
  images: 'Ảnh chữ ký',
} as const
