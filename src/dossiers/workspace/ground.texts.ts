/** What officers read about the paper by which somebody acts; never shown to citizens. */
export const groundTexts = {
  capacity: 'Tư cách',
  relation: 'Là gì của chủ hồ sơ',
  ground: 'Giấy cho nộp thay',
  number: (number: string | null, on: string) =>
    number === null ? `không số, ngày ${on}` : `số ${number}, ngày ${on}`,
  issuer: 'Chứng thực, cấp tại',
  scope: 'Phạm vi',
  until: 'Hiệu lực đến hết',
  ended: (who: string, at: string) => `${who} đã chấm dứt lúc ${at}`,
  endedBy: { applicant: 'Chủ hồ sơ', filer: 'Người nộp thay' },
  right: 'Quyền nộp thay',
  verdict: 'Cán bộ xem giấy',
  verdicts: { accepted: 'Chấp nhận', doubted: 'Nghi ngờ' },
  by: (verdict: string, name: string, at: string) => `${verdict}, ${name}, ${at}`,
  doubtStops:
    'Chưa tiếp nhận, phê duyệt, ký được cho đến khi giấy này được chấp nhận. Có thể yêu cầu bổ sung giấy, hoặc từ chối có lý do.',
  doubtTitle: 'Giấy cho nộp thay đang bị nghi ngờ',
  judge: 'Xét giấy cho nộp thay',
  judgeLead: 'Xem giấy trước khi làm việc khác: đúng người, còn hiệu lực, đúng việc được giao.',
  question: 'Giấy này thế nào?',
  accept: 'Chấp nhận: đúng người, còn hạn, đúng phạm vi',
  doubt: 'Nghi ngờ: cần người dân làm rõ',
  why: 'Nghi ngờ điều gì',
  choose: 'Chọn chấp nhận hay nghi ngờ',
  save: 'Ghi lại',
  after: 'Nghi ngờ thì yêu cầu bổ sung giấy khác, hoặc từ chối có lý do.',
}
