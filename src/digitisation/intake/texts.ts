import type { RefusalTexts } from '../../platform/refusal.ts'
import type { Fault, FaultKind, PlaceOnPage } from './quality/quality.ts'

export const intakeRefusals = {
  'digitisation.no-pages': {
    status: 422,
    title: 'Tệp {name} không có trang nào để quét: chỉ nhận PDF và ảnh. Hãy in ra PDF hoặc chụp lại rồi gửi.',
  },
  'digitisation.page-too-hard': {
    status: 422,
    title: 'Trang này quá nặng, máy không mở được trong giới hạn cho phép. Hãy quét lại ở 200–300 dpi.',
  },
  'digitisation.page-unreadable': {
    status: 422,
    title: 'Không mở được ảnh của trang này: tệp hỏng. Hãy quét lại trang.',
  },
  'digitisation.handed-on-before': { status: 409, title: 'Giấy tờ này đã chuyển đọc.' },
  'digitisation.paper-without-pages': {
    status: 409,
    title: 'Giấy tờ này không còn trang nào. Hãy xếp trang vào hoặc bỏ giấy tờ.',
  },
  'digitisation.paper-too-long': {
    status: 409,
    title:
      'Giấy tờ này có {pages} trang, nhiều nhất là {most} trang một giấy tờ. Hãy chia nó thành nhiều giấy tờ ở cột xếp trang, hoặc quét lại với tờ phân cách đứng trước mỗi giấy tờ.',
  },
  'digitisation.page-not-there': {
    status: 409,
    title: 'Trang {page} chưa có ảnh. Hãy quét lại trang này, hoặc lấy trang ra khỏi giấy tờ.',
  },
  'digitisation.page-faulty': {
    status: 409,
    title: 'Trang {page} có lỗi. Hãy quét lại trang này; nếu vẫn đọc được bằng mắt, bấm "Vẫn dùng trang này".',
  },
  'digitisation.scan-not-ready': {
    status: 409,
    title: 'Lượt quét này đang làm trang, đã chuyển đọc hoặc đã bỏ. Hãy tải lại trang để xem.',
  },
  'digitisation.no-papers': { status: 409, title: 'Không còn giấy tờ nào để chuyển đọc.' },
  'digitisation.scan-changed': {
    status: 409,
    title: 'Có người vừa xếp lại lượt quét này. Hãy xem lại rồi xếp tiếp; chưa đổi gì.',
  },
  'digitisation.page-read-already': {
    status: 409,
    title: 'Trang {page} thuộc giấy tờ đã chuyển đọc nên không đổi được ở đây. Hãy lấy giấy tờ đó lại trước.',
  },
  'digitisation.paper-checked-already': {
    status: 409,
    title: 'Giấy tờ này đã có người soát xong nên không lấy lại được. Hãy quét một lượt mới.',
  },
  'digitisation.folder-name': {
    status: 422,
    title: 'Tên thư mục chỉ gồm chữ thường không dấu, chữ số và dấu gạch ngang, ví dụ: quay-1.',
  },
  'digitisation.box-address': { status: 422, title: 'Địa chỉ hộp thư chưa đúng, ví dụ: quet.baichay@example.vn.' },
  'digitisation.way-taken': {
    status: 409,
    title: 'Đã có đường vào tại {place}. Hãy đặt tên khác hoặc ngừng đường cũ.',
  },
  'digitisation.letter-empty': { status: 422, title: 'Thư không kèm tệp nào.' },
  'digitisation.not-quarantined': { status: 409, title: 'Lượt quét này không chờ xét người gửi.' },
  'digitisation.way-ended': { status: 409, title: 'Đường vào này đã ngừng.' },
} satisfies RefusalTexts

const PLACE_WORDS = {
  'top-left': 'góc trên bên trái',
  top: 'phía trên',
  'top-right': 'góc trên bên phải',
  left: 'bên trái',
  middle: 'chính giữa',
  right: 'bên phải',
  'bottom-left': 'góc dưới bên trái',
  bottom: 'phía dưới',
  'bottom-right': 'góc dưới bên phải',
} satisfies Record<PlaceOnPage, string>

/** Whole strips are said as such: three parts in a row are "phía dưới". */
const STRIPS: [PlaceOnPage[], string][] = [
  [['top-left', 'top', 'top-right'], 'nửa trên'],
  [['bottom-left', 'bottom', 'bottom-right'], 'nửa dưới'],
  [['top-left', 'left', 'bottom-left'], 'nửa trái'],
  [['top-right', 'right', 'bottom-right'], 'nửa phải'],
]

const FAULT_WORDS = {
  empty: 'không thấy chữ nào',
  blurred: 'mờ',
  dark: 'tối',
  faint: 'mực nhạt',
  glare: 'loá sáng',
  'cut-edge': 'mất chữ ở mép',
  coarse: 'độ phân giải thấp',
  screen: 'ảnh chụp lại màn hình',
  'two-papers': 'có vẻ hai giấy tờ nằm trên một mặt quét',
} satisfies Record<FaultKind, string>

function placesWords(places: readonly PlaceOnPage[]): string {
  const strip = STRIPS.find(([all]) => all.every((one) => places.includes(one)))
  const rest = strip ? places.filter((one) => !strip[0].includes(one)) : places
  return [...(strip ? [strip[1]] : []), ...rest.map((one) => PLACE_WORDS[one])].join(', ')
}

/** `mờ góc dưới bên phải` */
export function faultWords({ kind, places }: Pick<Fault, 'kind' | 'places'>): string {
  return [FAULT_WORDS[kind], placesWords(places)].filter((part) => part !== '').join(' ')
}

/** `Trang 3 mờ góc dưới bên phải, quét lại trang 3.` */
export function pageWords(no: number, faults: readonly Fault[]): string {
  const again = faults.some(({ weight }) => weight === 'again')
  const told = faults.map(faultWords).join('; ')
  return again ? `Trang ${no} ${told}, quét lại trang ${no}.` : `Trang ${no} ${told}, vẫn đọc được: cần người xem kỹ.`
}
