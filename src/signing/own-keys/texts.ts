import type { RefusalTexts } from '../../platform/refusal.ts'

export const ownKeyRefusals = {
  'signing.pfx-unreadable': {
    status: 422,
    title: 'Tệp không phải PFX/PKCS#12 hoặc đã hỏng. Chọn tệp có đuôi .pfx hoặc .p12 mà nơi cấp chứng thư số đã giao.',
  },
  'signing.pfx-wrong-password': {
    status: 422,
    title: 'Mật khẩu của tệp chưa đúng. Nhập lại mật khẩu nơi cấp đã giao kèm tệp; không phải chọn lại tệp.',
  },
  'signing.pfx-legacy-cipher': {
    status: 422,
    title:
      'Tệp được khoá bằng cách cũ, không còn an toàn (RC2 hoặc RC4). Xuất lại từ máy đang giữ chứng thư số, chọn kiểu mã hoá AES256-SHA256, rồi gửi tệp mới.',
  },
  'signing.pfx-no-key': {
    status: 422,
    title: 'Tệp chỉ có chứng thư số, không có khoá bí mật. Xuất lại và đánh dấu "kèm khoá bí mật".',
  },
  'signing.pfx-several-keys': {
    status: 422,
    title: 'Tệp có nhiều khoá bí mật nên không rõ dùng khoá nào. Xuất riêng khoá của bạn ra một tệp.',
  },
  'signing.pfx-no-certificate': {
    status: 422,
    title: 'Tệp không có chứng thư số đi với khoá. Xuất lại cả khoá và chứng thư số.',
  },
  'signing.certificate-of-another': {
    status: 422,
    title: 'Chứng thư số cấp cho "{certificate}", còn nơi nhận là "{holder}". Chỉ nhận chứng thư số đúng tên.',
  },
  'signing.certificate-untrusted': {
    status: 422,
    title: 'Hệ thống chưa tin nơi cấp chứng thư số "{issuer}". Báo người quản trị kiểm tra và thêm gốc tin cậy.',
  },
  'signing.certificate-taken': { status: 409, title: 'Chứng thư số này đã ghi trong sổ cho người hoặc đơn vị khác.' },
  'signing.certificate-ended': {
    status: 409,
    title: 'Chứng thư số này đã bị thu hồi, tạm dừng hoặc thôi dùng trong sổ. Báo người quản trị.',
  },
  'signing.key-too-weak': {
    status: 422,
    title: 'Khoá quá ngắn, không còn an toàn để ký (cần RSA từ 2048 bit hoặc P-256 trở lên). Xin cấp chứng thư số mới.',
  },
  'signing.pin-too-weak': {
    status: 422,
    title: 'Mã PIN phải có 6–32 ký tự, không dùng dãy dễ đoán như 123456 hoặc 111111.',
  },
  'signing.pin-same': { status: 422, title: 'Mã PIN mới phải khác mã PIN đang dùng.' },
  'signing.pin-not-here': {
    status: 409,
    title: 'Khoá của bạn không nằm trong hệ thống này. Đổi mã PIN trên thiết bị hoặc dịch vụ đang giữ khoá.',
  },
  'signing.not-unlockable': {
    status: 409,
    title: 'Khoá nằm ở thiết bị hoặc dịch vụ tự đếm số lần nhập sai. Mở khoá tại đó.',
  },
  'signing.has-certificate': {
    status: 409,
    title: 'Nơi nhận đã có chứng thư số đang dùng. Mở chứng thư đó trong sổ và chọn "Đổi chứng thư" để bàn giao.',
  },
  'signing.holder-unknown': { status: 422, title: 'Không có tài khoản cán bộ hoặc đơn vị "{holder}". Kiểm tra lại.' },
} satisfies RefusalTexts
