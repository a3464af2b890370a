export const ownTabsTexts = {
  label: 'Chữ ký số của tôi',
  key: 'Chứng thư số',
  seals: 'Con dấu số',
  token: 'USB token',
  images: 'Ảnh chữ ký',
} as const
