/** What the stand-in for the local program says in its own window and to the page. */
export const simulatorTexts = {
  noToken: 'Không thấy USB token trong máy.',
  unknownAction: 'Phần mềm ký không có thao tác này.',
  notFetched: 'Không tải được văn bản cần ký.',
  cancelled: 'Người ký đã đóng cửa sổ ký.',
  wrongPin: 'Mã PIN của USB token chưa đúng.',
}

/** The page of the program of a demonstration. */
export const programTexts = {
  title: 'Phần mềm ký trên máy này',
  simulated: 'Giả lập, không có giá trị pháp lý',
  believed: 'Trình duyệt đã tin chứng chỉ của phần mềm này. Cắm USB token của người sắp ký rồi quay lại trang ký.',
  empty: 'Chưa cắm USB token nào.',
  inserted: 'Đang cắm USB token của {name}.',
  insert: 'Cắm USB token của {name}',
  seal: 'con dấu số {agency}',
  takeOut: 'Rút USB token ra',
} as const
