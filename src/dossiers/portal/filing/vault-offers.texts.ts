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
  registerTitle: 'Chúng tôi đã có thông tin này',
  registerHow: (register: string, at: string | null) =>
    `${register} đã có thông tin của bạn${at === null ? '' : `, lấy lúc ${at}`}. Bạn không phải nộp giấy này.`,
  registers: {
    'identity-provider': 'Tài khoản định danh điện tử',
    'citizen-registry': 'Cơ sở dữ liệu quốc gia về dân cư',
  },
  registerUse: 'Không nộp, dùng thông tin đã có',
  registerGround: (ground: string) => `Căn cứ: ${ground}`,
}

export const offerTexts = inBothLanguages(offerVi, offerTextsEn)
