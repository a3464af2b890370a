import type { RefusalTexts } from '../../platform/refusal.ts'
import type { CopyState } from './certified-copy.ts'

export const copyRefusals = {
  'desk.copy-dossier-ended': { status: 409, title: 'Hồ sơ đã kết thúc nên không sao y giấy tờ của hồ sơ nữa.' },
  'desk.copy-not-compared': {
    status: 422,
    title: 'Đối chiếu từng trang với bản chính rồi đánh dấu vào ô xác nhận. Chưa đối chiếu thì không ký.',
  },
  'desk.copy-not-pdf': {
    status: 422,
    title: 'Chỉ sao y tệp PDF quét từ giấy. Quét lại giấy tờ này thành PDF rồi thêm vào hồ sơ.',
  },
  'desk.copy-infected': { status: 409, title: 'Tệp có mã độc nên không ký. Quét lại giấy tờ này.' },
  'desk.copy-signed-before': {
    status: 409,
    title: 'Tệp đã có chữ ký số của nơi lập ra nó, dùng thẳng tệp đó, không cần sao y.',
  },
  'desk.copy-taken': { status: 409, title: 'Tệp này đã có bản sao y trong sổ.' },
  'desk.copy-other-owner': {
    status: 422,
    title:
      'Trên giấy tờ đã soát ghi tên {name}. Ghi đúng tên đó, hoặc sửa giá trị ở bàn số hoá nếu máy và người soát đọc sai.',
  },
  'desk.copy-owner-number': {
    status: 422,
    title:
      'Ghi số định danh cá nhân 12 chữ số của chủ giấy tờ. Xem lại từng chữ số; số này quyết định giấy tờ vào kho của ai.',
  },
  'desk.copy-other-number': {
    status: 422,
    title: 'Số định danh khác với số đã soát trên giấy tờ. Xem lại số, hoặc sửa giá trị ở bàn số hoá.',
  },
  'desk.copy-settled': { status: 409, title: 'Bản sao này đã được đóng dấu, đang chờ đóng dấu xong, hoặc đã bỏ.' },
} satisfies RefusalTexts

/** On the copy and in the record. */
export const copyWords = {
  form: 'SAO Y',
  compared: 'Đã đối chiếu với bản chính',
  fileName: (dossierCode: string | null, copyId: string) => `sao-y-${dossierCode ?? 'giay-to'}-${copyId.slice(-6)}.pdf`,
} as const

export const stateOfCopy = {
  signed: 'Chờ đóng dấu',
  sealed: 'Đã sao y',
  dropped: 'Đã bỏ',
} satisfies Record<CopyState, string>
