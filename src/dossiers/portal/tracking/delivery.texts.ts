import { inBothLanguages } from '../../../platform/wording.ts'
import type { ResultDelivery } from '../../dossier.ts'
import { deliveryTextsEn } from './delivery.texts.en.ts'

const deliveryVi = {
  title: 'Đổi cách nhận kết quả',
  link: 'Đổi cách nhận kết quả',
  back: 'Hồ sơ',
  now: (way: string) => `Bạn đang chọn: ${way}.`,
  means: 'Đổi được cho đến khi bạn nhận kết quả. Ngày hẹn trả không đổi.',
  question: 'Bạn muốn nhận kết quả thế nào?',
  hints: {
    electronic: 'Có kết quả là tải được ngay ở trang hồ sơ và trong kho giấy tờ của bạn.',
    counter: 'Đến quầy đã nhận hồ sơ, mang theo giấy tờ tuỳ thân.',
    postal: 'Bưu điện giao tận nơi; cước trả theo giá của bưu điện.',
  } satisfies Record<ResultDelivery, string>,
  address: 'Địa chỉ bưu điện giao tới',
  addressHint: 'Chỉ cần khi nhận qua bưu điện. Ghi số nhà, đường, phường hoặc xã, tỉnh.',
  save: 'Đổi cách nhận',
  keep: 'Giữ như cũ',
  chooseWay: 'Chọn một cách nhận.',
  writeAddress: 'Ghi địa chỉ để bưu điện giao tới.',
}

export const deliveryTexts = inBothLanguages(deliveryVi, deliveryTextsEn)
