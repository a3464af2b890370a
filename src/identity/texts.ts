import { formatDateTime } from '../platform/dates.ts'
import type { RefusalTexts } from '../platform/refusal.ts'

export const identityRefusals = {
  'identity.wrong-password': { status: 401, title: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Sai {tries} lần liên tiếp thì tài khoản khoá {hours} giờ.' },
  'identity.wrong-current-password': { status: 422, title: 'Mật khẩu đang dùng chưa đúng.' },
  'identity.wrong-code': { status: 401, title: 'Mã xác thực chưa đúng hoặc đã dùng. Chờ mã mới trên điện thoại rồi nhập lại.' },
  'identity.account-locked': { status: 403, title: 'Tài khoản đang khoá vì sai nhiều lần. Hết khoá lúc {until}; cần sớm hơn thì gọi quản trị hệ thống.' },
  'identity.account-disabled': { status: 403, title: 'Tài khoản đã ngừng dùng. Gọi quản trị hệ thống để mở lại.' },
  'identity.password-short': { status: 422, title: 'Mật khẩu cần ít nhất {least} ký tự.' },
  'identity.password-simple': { status: 422, title: 'Mật khẩu cần đủ bốn loại: chữ thường, chữ hoa, chữ số và dấu.' },
  'identity.password-names-you': { status: 422, title: 'Mật khẩu không được chứa tên của bạn.' },
  'identity.password-used': { status: 422, title: 'Mật khẩu này trùng với một trong {many} mật khẩu gần nhất. Đặt mật khẩu khác.' },
  'identity.password-differs': { status: 422, title: 'Hai lần nhập mật khẩu mới chưa giống nhau.' },
  'identity.totp-there': { status: 409, title: 'Tài khoản đã cài mã xác thực. Mất điện thoại thì gọi quản trị hệ thống.' },
  'identity.passkey-refused': { status: 422, title: 'Chưa nhận được khoá truy cập từ thiết bị. Thử lại, hoặc dùng mã xác thực.' },
  'identity.personal-id-wrong': { status: 422, title: 'Số định danh cá nhân gồm 12 chữ số, ghi trên thẻ căn cước. Kiểm tra lại số vừa nhập.' },
  'identity.registry-away': { status: 503, title: 'Chưa hỏi được dữ liệu dân cư. Bạn tự điền, chúng tôi đối chiếu sau.' },
  'identity.provider-away': { status: 503, title: 'Hệ thống định danh đang không trả lời. Bài khai của bạn vẫn lưu; thử đăng nhập lại sau ít phút.' },
  'identity.provider-refused': { status: 403, title: 'Hệ thống định danh không xác nhận lần đăng nhập này. Đăng nhập lại từ đầu.' },
  'identity.sign-in-stale': { status: 403, title: 'Lần đăng nhập này đã quá lâu hoặc đã dùng rồi. Đăng nhập lại từ đầu.' },
  'identity.unknown-account': { status: 404, title: 'Không có tài khoản "{name}" đang dùng được.' },
} satisfies RefusalTexts

export const tokenTexts = {
  summary: 'cấp thẻ API cho một tài khoản',
  help: `motcua token --account <tên đăng nhập hoặc số định danh> [--days 30] [--json]

Cấp một thẻ để chương trình khác gọi API thay tài khoản này. Thẻ chỉ hiện một lần.
Gửi kèm mỗi yêu cầu: Authorization: Bearer <thẻ>. Số ngày hiệu lực từ 1 đến 366.`,
  issued: (fullName: string, expiresAt: Date) => `Thẻ của ${fullName}, dùng được đến ${formatDateTime(expiresAt)}. Cất kỹ: thẻ không hiện lại.`,
}

/** Pages of the identity provider that comes with the system. */
export const providerTexts = {
  simulated: 'Bản chạy thử, chỉ có người giả định',
  signInTitle: 'Đăng nhập bằng định danh điện tử',
  signInLead: 'Máy chủ định danh đi kèm hệ thống. Khi vận hành thật, trang này là của VNeID.',
  personalId: 'Số định danh cá nhân (12 chữ số)',
  password: 'Mật khẩu',
  signIn: 'Đăng nhập',
  cancel: 'Quay lại, không đăng nhập',
  wrong: 'Số định danh hoặc mật khẩu chưa đúng.',
  paused: 'Sai nhiều lần. Chờ 15 phút rồi thử lại.',
  brokenTitle: 'Chưa đăng nhập được',
  broken: 'Hệ thống định danh không hiểu yêu cầu này. Quay lại trang trước và đăng nhập lại.',
  stale: 'Trang đăng nhập đã mở quá lâu. Quay lại trang trước và đăng nhập lại.',
}
