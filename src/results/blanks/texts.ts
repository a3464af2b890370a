import type { RefusalTexts } from '../../platform/refusal.ts'
import type { BlankState, SpoilCause } from './blank.ts'

export const blankRefusals = {
  'results.on-blank': {
    status: 409,
    title:
      'Kết quả này in trên phôi có số sê-ri nên chưa ký số được. Ký tay trên phôi rồi ghi nhận ở trang "Bản gốc trên phôi".',
  },
  'results.not-on-blank': { status: 409, title: 'Kết quả này ký số, không in trên phôi.' },
  'results.blank-kind-unknown': { status: 422, title: 'Chọn loại phôi trong danh sách.' },
  'results.blank-serial-wrong': {
    status: 422,
    title: 'Số sê-ri "{serial}" không đúng mẫu của loại phôi này. Ghi như in trên phôi.',
  },
  'results.blank-range-wrong': {
    status: 422,
    title:
      'Từ "{from}" đến "{to}" không phải một dãy liền: phần chữ và số chữ số phải giống nhau, số sau không nhỏ hơn số trước.',
  },
  'results.blank-range-long': {
    status: 422,
    title: 'Dãy này có {count} phôi; mỗi lần nhập nhiều nhất {most}. Hãy chia thành nhiều lô.',
  },
  'results.blank-known': {
    status: 409,
    title: 'Có {count} số sê-ri đã ở trong sổ, ví dụ {serials}. Chưa nhập phôi nào; kiểm tra lại phiếu giao.',
  },
  'results.blank-note-in-future': { status: 422, title: 'Ngày {day} chưa tới. Ghi ngày trên giấy tờ.' },
  'results.blank-not-here': {
    status: 409,
    title: 'Trong kho của cơ quan ra kết quả không có phôi này. Kiểm tra số sê-ri và loại phôi.',
  },
  'results.blank-not-in-stock': {
    status: 409,
    title: 'Phôi {serial} đã dùng, hỏng hoặc huỷ rồi. Mỗi phôi chỉ dùng một lần; lấy phôi khác.',
  },
  'results.blank-already-chosen': {
    status: 409,
    title: 'Kết quả này đã in trên phôi {serial}. Nếu in sai, báo hỏng phôi đó trước rồi lấy phôi khác.',
  },
  'results.blank-not-chosen': { status: 409, title: 'Chưa ghi kết quả này in trên phôi nào. Ghi số sê-ri trước.' },
  'results.blank-gone': { status: 409, title: 'Phôi {serial} đã báo hỏng hoặc huỷ rồi.' },
  'results.blank-issued': {
    status: 409,
    title: 'Phôi {serial} đã được ký. Muốn bỏ thì trả lại người ký hoặc sửa kết quả đã trả, không báo hỏng phôi.',
  },
  'results.blank-not-spoiled': {
    status: 409,
    title: 'Phôi {serial} chưa báo hỏng nên chưa huỷ được. Chưa huỷ phôi nào.',
  },
  'results.blank-lost': {
    status: 409,
    title: 'Phôi {serial} bị mất nên không có gì để huỷ; bỏ chọn phôi này. Chưa huỷ phôi nào.',
  },
  'results.original-date-wrong': {
    status: 422,
    title: 'Ngày ký {day} không hợp: ngày ký tay không trước ngày phê duyệt và không sau hôm nay.',
  },
  'results.original-not-signed': { status: 409, title: 'Chưa ghi nhận người có thẩm quyền đã ký tay trên phôi.' },
  'results.scan-missing': { status: 409, title: 'Chưa có bản scan của bản gốc. Tải bản scan PDF lên trước.' },
  'results.scan-not-pdf': { status: 422, title: 'Bản scan phải là tệp PDF. Quét lại và lưu dạng PDF.' },
} satisfies RefusalTexts

export const stateOfBlank: Record<BlankState, string> = {
  'in-stock': 'Trong kho',
  used: 'Đã dùng',
  spoiled: 'Hỏng, chờ huỷ',
  destroyed: 'Đã huỷ',
}

export const causeOfSpoil: Record<SpoilCause, string> = {
  misprinted: 'In sai, viết sai',
  damaged: 'Rách, bẩn hoặc lỗi khi sản xuất',
  lost: 'Mất',
}
