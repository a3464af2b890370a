import { inBothLanguages } from '../../platform/wording.ts'
import { organisationsTextsEn } from './texts.en.ts'

const organisationsVi = {
  title: 'Tổ chức của tôi',
  home: 'Trang chủ',
  account: 'Tài khoản',
  none: 'Bạn chưa nộp hồ sơ cho tổ chức nào. Người đại diện đăng nhập bằng tài khoản định danh điện tử của tổ chức, rồi thêm bạn ở trang này.',
  lead: 'Hồ sơ nộp cho tổ chức là của tổ chức: mọi người dưới đây đều xem được. Thôi giao cho ai thì người đó không xem được nữa.',
  code: (code: string) => `Mã số ${code}`,
  people: 'Người nộp hồ sơ cho tổ chức',
  name: 'Họ và tên',
  personalId: 'Số định danh',
  role: 'Tư cách',
  roles: { representative: 'Người đại diện', clerk: 'Được giao nộp hồ sơ' },
  until: 'Đến hết ngày',
  noEnd: 'Không ghi',
  remove: 'Thôi giao',
  leave: 'Tôi thôi nộp cho tổ chức này',
  add: 'Giao thêm người nộp hồ sơ',
  fullName: 'Họ và tên người được giao',
  personalIdOf: 'Số định danh của người được giao',
  personalIdHint: '12 chữ số trên thẻ căn cước.',
  position: 'Chức vụ',
  untilHint: 'Ngày/tháng/năm. Để trống nếu chưa định ngày thôi.',
  submit: 'Giao nộp hồ sơ',
  fill: {
    name: 'Nhập họ và tên như trên thẻ căn cước',
    personalId: 'Nhập đủ 12 chữ số của số định danh',
    until: 'Nhập ngày như 31/12/2026, hoặc để trống',
  },
}

export const organisationsTexts = inBothLanguages(organisationsVi, organisationsTextsEn)
