import { inBothLanguages } from '../../../platform/wording.ts'
import { offerTextsEn } from './vault-offers.texts.en.ts'

const offerVi = {
  title: 'Có sẵn trong kho của bạn',
  how: 'Không phải nộp lại: bấm dùng, giấy tờ được gắn vào hồ sơ, cán bộ thấy nguồn và độ tin cậy.',
  use: 'Dùng giấy tờ này',
  notUsable: 'Không dùng được cho hồ sơ này. Gửi tệp khác ở dưới.',
  fromVault: 'Lấy từ kho',
  about: 'Trích yếu',
  number: 'Số',
  issuer: 'Nơi cấp',
  issuedOn: 'Ngày cấp',
  validUntil: 'Dùng được đến hết ngày',
  noLimit: 'Không có ngày hết hạn',
  proof: 'Độ tin cậy',
  source: 'Từ hồ sơ',
}

export const offerTexts = inBothLanguages(offerVi, offerTextsEn)
