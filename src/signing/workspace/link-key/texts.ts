export const linkTexts = {
  title: 'Gắn khoá ký',
  lead: 'Khoá nằm ở token, HSM hoặc dịch vụ ký được gắn cho cán bộ hoặc cơ quan đúng tên trên chứng thư số.',
  where: 'Khoá nằm ở',
  show: 'Xem các khoá',
  none: 'Nơi này không tự kể các khoá. Nhập tên khoá theo giấy bàn giao của nơi cấp.',
  unreachable: 'Chưa hỏi được nơi giữ khoá. Nhập tên khoá, hoặc thử lại sau.',
  key: 'Khoá',
  typedKey: 'Tên khoá',
  typedHint: 'Đúng từng chữ như nơi giữ khoá đặt.',
  until: 'hết hạn',
  known: 'đã có trong sổ',
  demo: 'trình diễn',
  kind: 'Gắn cho',
  person: 'Cán bộ',
  agency: 'Cơ quan (con dấu số)',
  holder: 'Tên đăng nhập của cán bộ, hoặc mã đơn vị',
  holderHint: 'Ví dụ: thinh.bd hoặc H49.61.1',
  compared:
    'Tôi đã đối chiếu tên cơ quan trên chứng thư số với tên đơn vị trong hệ thống (chỉ cần khi hai tên viết khác nhau)',
  link: 'Gắn khoá',
  cancel: 'Về sổ chứng thư số',
  chooseKey: 'Chọn khoá hoặc nhập tên khoá.',
  chooseKind: 'Chọn cán bộ hoặc cơ quan.',
  holderMissing: 'Nhập tên đăng nhập của cán bộ hoặc mã đơn vị.',
  unlockTitle: 'Mở lại khoá ký',
  unlockLead: (name: string) =>
    `Khoá của ${name} được thử lại sau khi nhập sai mã PIN 5 lần. Chỉ mở khi bạn đã nói chuyện với chính người giữ khoá.`,
  unlockThen:
    'Người giữ khoá phải đặt mã PIN mới tại trang "Chứng thư số của tôi" rồi mới ký được. Bạn không biết và không đặt mã PIN thay họ.',
  unlockElsewhere:
    'Hệ thống chỉ thôi đếm số lần sai của mình. Nếu chính thiết bị hoặc dịch vụ cũng đã khoá thì mở tại đó. Mã PIN không thay đổi.',
  unlock: 'Mở lại khoá',
} as const
