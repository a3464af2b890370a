import { withEnglish, type RefusalTexts } from '../platform/refusal.ts'
import { documentsRefusalsEn } from './texts.en.ts'
import { vaultRefusals } from './vault/texts.ts'

const ownRefusals = {
  'documents.no-file': { status: 422, title: 'Chưa có tệp nào được gửi lên. Chọn một tệp rồi gửi lại.' },
  'documents.too-many-files': { status: 422, title: 'Mỗi lần chỉ gửi một tệp. Gửi từng tệp một.' },
  'documents.upload-cut': {
    status: 400,
    title: 'Đường truyền bị ngắt khi đang gửi tệp {name}. Gửi lại khi mạng ổn định.',
  },
  'documents.upload-gone': {
    status: 404,
    title: 'Tệp gửi dở này không còn nữa, vì đã quá hạn hoặc đã bị bỏ. Chọn lại tệp rồi gửi.',
  },
  'documents.upload-unfinished': {
    status: 409,
    title: 'Tệp {name} mới gửi được {percent} %. Chọn lại đúng tệp đó để gửi tiếp phần còn lại.',
  },
  'documents.too-many-unfinished': {
    status: 429,
    title: 'Bạn đang có {most} tệp gửi dở. Gửi cho xong hoặc bỏ bớt, rồi gửi tệp khác.',
  },
  'documents.empty': {
    status: 422,
    title: 'Tệp {name} rỗng, không có gì bên trong. Mở tệp trên máy bạn để xem, rồi chọn đúng tệp.',
  },
  'documents.too-big': {
    status: 413,
    title: 'Tệp {name} nặng hơn {limit}. Quét ở mức 150–200 dpi hoặc chia thành nhiều tệp, rồi gửi lại.',
  },
  'documents.wrong-type': {
    status: 415,
    title:
      'Tệp {name} không phải PDF, ảnh JPEG, PNG, HEIC hay DOCX. Chụp ảnh giấy tờ, hoặc chọn In rồi Lưu thành PDF, rồi gửi tệp đó.',
  },
  'documents.photo-unreadable': {
    status: 415,
    title:
      'Ảnh {name} ở một dạng chưa mở được ở đây: ảnh động, hoặc ảnh AVIF. Chụp lại bằng ảnh thường, hoặc lưu ảnh thành JPEG, rồi gửi lại.',
  },
  'documents.polyglot': {
    status: 422,
    title:
      'Tệp {name} giấu một tệp khác bên trong. Mở tệp, chọn In rồi Lưu thành PDF, rồi gửi tệp mới. Tệp không được lưu.',
  },
  'documents.too-complex': {
    status: 422,
    title: 'Tệp {name} quá nặng để mở an toàn. Mở tệp, chọn In rồi Lưu thành PDF, rồi gửi tệp mới. Tệp không được lưu.',
  },
  'documents.too-many-pages': {
    status: 422,
    title: 'Tệp {name} có {pages} trang, nhiều nhất là {most} trang. Chia thành nhiều tệp rồi gửi lại.',
  },
  'documents.pdf-broken': {
    status: 422,
    title: 'Tệp {name} bị hỏng hoặc chưa tải hết. Mở tệp trên máy bạn, chọn In rồi Lưu thành PDF, rồi gửi tệp mới.',
  },
  'documents.pdf-encrypted': {
    status: 422,
    title: 'Tệp {name} có mật khẩu nên cán bộ không mở được. Bỏ mật khẩu rồi gửi lại.',
  },
  'documents.pdf-javascript': {
    status: 422,
    title:
      'Tệp {name} có mã chạy tự động bên trong. Mở tệp, chọn In rồi Lưu thành PDF, rồi gửi tệp mới. Tệp không được lưu.',
  },
  'documents.pdf-attachment': {
    status: 422,
    title: 'Tệp {name} có tệp khác đính kèm bên trong. Gửi riêng từng tệp, dạng PDF hoặc ảnh. Tệp không được lưu.',
  },
  'documents.pdf-active': {
    status: 422,
    title:
      'Tệp {name} có nút hoặc biểu mẫu tự mở chương trình khác. Mở tệp, chọn In rồi Lưu thành PDF, rồi gửi tệp mới. Tệp không được lưu.',
  },
  'documents.image-broken': { status: 422, title: 'Ảnh {name} bị hỏng hoặc chưa tải hết. Chụp lại rồi gửi.' },
  'documents.image-too-large': {
    status: 422,
    title: 'Ảnh trong tệp {name} có hơn 100 triệu điểm ảnh. Chụp hoặc quét lại ở mức nhỏ hơn.',
  },
  'documents.picture-too-hard': {
    status: 422,
    title:
      'Máy không xử lý được ảnh {name}. Ảnh được giữ nguyên như bạn gửi; chụp lại rồi gửi nếu bạn muốn ghép thành PDF.',
  },
  'documents.not-a-picture': { status: 422, title: 'Tệp {name} không phải ảnh nên không ghép được thành trang.' },
  'documents.too-many-pictures': {
    status: 422,
    title: 'Ghép nhiều nhất {most} ảnh thành một tệp. Bỏ bớt ảnh, hoặc gửi phần còn lại dạng PDF.',
  },
  'documents.docx-broken': {
    status: 422,
    title: 'Tệp {name} bị hỏng hoặc có mật khẩu. Mở bằng Word, lưu thành PDF, rồi gửi tệp PDF.',
  },
  'documents.docx-active': {
    status: 422,
    title: 'Tệp {name} có macro hoặc tệp nhúng. Mở bằng Word, lưu thành PDF, rồi gửi tệp PDF. Tệp không được lưu.',
  },
  'documents.let-go': { status: 410, title: 'Bản gốc {name} đã xóa ngày {on} theo quy định: {ground}.' },
  'documents.infected': {
    status: 422,
    title:
      'Máy quét thấy mã độc trong tệp {name}. Tệp không được lưu. Quét mã độc trên máy bạn trước khi gửi tệp khác.',
  },
} satisfies RefusalTexts

export const documentsRefusals = { ...vaultRefusals, ...withEnglish(ownRefusals, documentsRefusalsEn) }
