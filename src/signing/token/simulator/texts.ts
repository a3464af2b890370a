/** What the stand-in for the local program says in its own window and to the page. */
export const simulatorTexts = {
  noToken: 'Không thấy USB token trong máy.',
  unknownAction: 'Phần mềm ký không có thao tác này.',
  notFetched: 'Không tải được văn bản cần ký.',
  cancelled: 'Người ký đã đóng cửa sổ ký.',
  wrongPin: 'Mã PIN của USB token chưa đúng.',
  page: `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Phần mềm ký mô phỏng</title>
<h1>Phần mềm ký mô phỏng đang chạy</h1>
<p>Trình duyệt đã tin chứng chỉ của máy này. Đóng trang này và quay lại trang ký.</p></html>`,
}

export const usbTokenWords = {
  summary: 'phần mềm ký mô phỏng với USB token của một người ký dùng thử',
  nobody:
    'Không có người ký dùng thử hay cơ quan nào tên "{who}". Xem tên đăng nhập và mã đơn vị trong demo-pins.json.',
  running:
    'USB token của {who} đã cắm. Mở {address} trong trình duyệt và chấp nhận chứng chỉ một lần, rồi vào trang "USB token của tôi".',
}
