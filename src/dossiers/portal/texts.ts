import type { ProcedureFee, ProcessStep } from '../../catalogue/index.ts'
import type { DossierAction } from '../process.ts'
import type { Handling, Omission, ResultDelivery } from '../dossier.ts'
import { inBothLanguages } from '../../platform/wording.ts'
import {
  filingTextsEn,
  helpTextsEn,
  publicTextsEn,
  supplementTextsEn,
  trackingTextsEn,
  withdrawTextsEn,
} from './texts.en.ts'

const filingVi = {
  online: 'Nộp hồ sơ trực tuyến',
  startTitle: (name: string) => `Nộp hồ sơ: ${name}`,
  startLead:
    'Bạn khai trên màn hình, gắn ảnh hoặc tệp giấy tờ, xem lại rồi nộp. Bài khai tự lưu, dừng lúc nào cũng được.',
  youNeed: 'Bạn cần có',
  needPapers: (count: number) => `${count} loại giấy tờ, chụp ảnh hoặc quét thành tệp PDF`,
  needNoPapers: 'Không cần giấy tờ kèm theo',
  needConditional: (count: number) => `thêm ${count} loại nếu rơi vào trường hợp riêng`,
  seePapers: 'Xem tên từng loại',
  takes: 'Thời hạn giải quyết',
  termUnknown: 'Chưa ghi rõ, cán bộ báo khi tiếp nhận',
  costs: 'Phí, lệ phí',
  result: 'Kết quả',
  signInFirst: 'Đăng nhập để bắt đầu',
  start: 'Bắt đầu khai',
  startAnother: 'Khai một hồ sơ khác',
  goOn: (code: string) => `Làm tiếp bài khai ${code}`,
  openDraft: 'Bạn đang khai dở thủ tục này',
  openDraftBody: (savedAt: string) => `Lưu lần cuối lúc ${savedAt}.`,
  prefilledPromise: 'Thông tin Nhà nước đã có về bạn được điền sẵn, bạn không phải khai lại.',
  counterToo: 'Không quen làm trên mạng? Ra trung tâm phục vụ hành chính công, cán bộ khai cùng bạn.',
  publishedForCounter:
    'Theo công bố, thủ tục này làm tại quầy. Bạn nộp trước trên mạng được; cán bộ hẹn ngày mang bản chính đến.',
  backToProcedure: 'Trang thủ tục',

  listTitle: 'Hồ sơ của bạn',
  progress: (done: number, all: number) =>
    [`Đã xong `, `${done} trong ${all}`, ' phần. Làm theo thứ tự nào cũng được.'] as const,
  questions: 'Trả lời câu hỏi',
  papers: 'Giấy tờ kèm theo',
  handIn: 'Nộp hồ sơ',
  left: (count: number) => `Còn ${count} câu`,
  prefilled: (count: number) => `Điền sẵn ${count} mục từ dữ liệu Nhà nước`,
  placePart: 'Nơi giải quyết',
  placeUnknown: 'Chọn xã, phường, đặc khu giải quyết cho bạn',
  optional: 'Nếu có',
  onScreen: 'Khai trên màn hình, không cần tệp',
  papersDone: (done: number, all: number) => `Giấy tờ: ${done} trong ${all}`,
  filesAttached: (count: number, size: string) => `${count} tệp, ${size}`,
  paperNeeded: (originals: number, copies: number) =>
    [originals > 0 ? `${originals} bản chính` : '', copies > 0 ? `${copies} bản sao` : '']
      .filter((one) => one !== '')
      .join(', ') || 'Số bản chưa ghi rõ',
  checkAndSubmit: 'Kiểm tra lại và nộp',
  locked: (count: number) => `Làm được khi ${count} phần trên đã xong`,
  byCase: 'Giấy tờ xếp theo từng trường hợp.',
  byCaseBody: 'Tìm nhóm đúng với việc của bạn rồi gắn giấy tờ của nhóm đó, các nhóm khác bỏ qua.',
  noFiles: 'Bạn chưa gắn giấy tờ nào.',
  noFilesBody: 'Xem lại các nhóm giấy tờ; nếu thiếu, cán bộ sẽ yêu cầu bổ sung và thời hạn chưa bắt đầu tính.',
  notes: 'Lời dặn của thủ tục về giấy tờ',
  savedTitle: 'Bài khai tự lưu',
  saved: (time: string, until: string) => `Lưu lần cuối lúc ${time}. Giữ đến ${until}.`,
  resumeWith: 'Làm tiếp trên máy khác, hoặc nhờ cán bộ ở quầy, với mã:',
  newVersion: 'Thủ tục này vừa có bản mới.',
  newVersionBody: 'Bài khai theo bản cũ không nộp được nữa.',
  newVersionStart: 'Khai theo bản mới',

  partOf: (procedure: string, no: number, all: number) => `${procedure} · Phần ${no} trong ${all}`,
  aboutYou: 'Thông tin của bạn',
  heldTitle: (count: number) => `Đã điền sẵn ${count} mục từ dữ liệu Nhà nước đang giữ.`,
  heldBody: 'Bạn xem lại và trả lời các câu ở dưới.',
  heldWrong: 'Có chỗ sai? Báo Công an xã, phường sửa; bài khai của bạn vẫn được giữ.',
  save: 'Lưu và tiếp tục',
  saveForLater: 'Lưu, để sau làm tiếp',
  savedAt: (time: string) => `Đã lưu lúc ${time}.`,
  errorsKept: 'Những gì bạn nhập đã được lưu, chỉ cần sửa các chỗ này.',
  elsewhereTitle: 'Phần này vừa được lưu từ máy hoặc thẻ khác.',
  elsewhereBody:
    'Chữ bạn vừa gõ còn nguyên ở dưới và chưa ghi đè lên bản kia. Lưu để lấy bản của bạn, hoặc lấy bản kia.',
  elsewhereColumns: { question: 'Câu hỏi', yours: 'Bạn vừa gõ', theirs: 'Đã lưu từ nơi khác' },
  elsewhereEmpty: 'Để trống',
  takeTheirs: 'Lấy bản đã lưu, bỏ chữ vừa gõ',
  placeElsewhere: (place: string) =>
    `Nơi giải quyết vừa được chọn ở máy hoặc thẻ khác: ${place}. Muốn đổi thì chọn lại.`,
  progressLabel: 'Tiến độ bài khai',
  savedLabel: 'Bài khai đã lưu',

  placeTitle: 'Nơi giải quyết hồ sơ',
  placeLead:
    'Thường là Uỷ ban nhân dân nơi bạn ở. Việc liên quan tới nhà, đất hay nơi kinh doanh thì chọn nơi có nhà, đất hay chỗ kinh doanh đó.',
  placeQuestion: 'Cơ quan giải quyết',
  placeChoose: 'Chọn cơ quan',
  placeCommunes: 'Xã, phường, đặc khu',
  placeProvince: 'Cấp thành phố',
  placeMissing: 'Chọn cơ quan giải quyết trong danh sách',
  receivedBy: (desk: string) => `Nơi tiếp nhận: ${desk}`,

  paperTitleOver: (procedure: string) => `${procedure} · Giấy tờ kèm theo`,
  paperOf: 'Bản phải nộp',
  conditionalNote: 'Chỉ nộp nếu bạn thuộc trường hợp nêu trong tên giấy tờ. Không thuộc thì bỏ qua phần này.',
  eformNote: 'Tờ khai này bạn điền ở phần Trả lời câu hỏi, nên không phải gắn tệp. Bạn vẫn gắn được tờ đã viết tay.',
  attach: 'Gắn tệp',
  attachMore: 'Gắn thêm tệp',
  attachLabel: 'Chọn một hoặc nhiều tệp',
  attachHint: (limit: string) =>
    `PDF, ảnh JPEG, PNG, HEIC hoặc DOCX; mỗi tệp tối đa ${limit}. Chụp đủ bốn góc, chữ đọc được.`,
  attachSend: 'Tải tệp lên',
  camera: 'Hoặc chụp ảnh giấy tờ',
  cameraHint: 'Đặt giấy trên nền tối, chụp thẳng từ trên xuống, thấy đủ bốn góc.',
  unfinished: 'Còn tệp gửi dở',
  unfinishedFile: (name: string, size: string, percent: number) =>
    percent === 100
      ? `${name}, ${size}: đã tới đủ, chưa gắn vào giấy này.`
      : `${name}, ${size}: đã gửi ${percent} %. Chọn lại đúng tệp này, máy chỉ gửi phần còn thiếu.`,
  unfinishedTake: 'Nhận tệp này',
  printReceipts: 'In biên nhận tệp',
  attached: 'Tệp đã nhận',
  size: 'Dung lượng',
  pages: (count: number) => `${count} trang`,
  receipt: 'Mã biên nhận',
  receivedAt: 'Nhận lúc',
  fingerprint: 'Mã băm SHA-256',
  fingerprintWhole: 'Xem cả 64 ký tự',
  fingerprintMeans:
    'Mã này như dấu vân tay của tệp: tệp đổi một chữ thì mã đổi hẳn. Giữ lại để chứng minh bạn đã nộp đúng tệp này.',
  remove: 'Bỏ tệp này',
  notHandingIn: 'Không nộp giấy này',
  notHandingInQuestion: 'Vì sao bạn không nộp?',
  notHandingInHint: 'Cán bộ sẽ thấy lý do này. Nếu giấy tờ là bắt buộc với bạn, cán bộ sẽ yêu cầu bổ sung.',
  notHandingInSave: 'Lưu lý do',
  chooseReason: 'Chọn một lý do trong danh sách',
  omissionElsewhere: (theirs: string, yours: string) =>
    `Chưa lưu: lý do của giấy này vừa được đổi ở máy hoặc thẻ khác, nay là “${theirs}”. Bạn vừa chọn “${yours}”. Muốn giữ lựa chọn của bạn thì chọn lại.`,
  noOmission: 'Có nộp giấy này',
  omissions: {
    'not-my-case': 'Không thuộc trường hợp của tôi',
    'held-by-the-state': 'Cơ quan nhà nước đã có giấy này',
    'filled-on-screen': 'Nội dung đã khai trên màn hình',
  } satisfies Record<Omission, string>,
  omissionHints: {
    'not-my-case': 'Tên giấy tờ nói về trường hợp khác',
    'held-by-the-state': 'Giấy do cơ quan nhà nước cấp, đã có trong cơ sở dữ liệu',
    'filled-on-screen': 'Tờ khai, đơn theo mẫu',
  } satisfies Record<Omission, string>,
  omitted: 'Bạn không nộp giấy này.',
  undoOmission: 'Tôi sẽ nộp giấy này',
  done: 'Xong phần này',
  skip: 'Bỏ qua, làm phần khác',

  checkTitle: 'Kiểm tra lại trước khi nộp',
  onPaper: 'Xem tờ khai như bản in (PDF)',
  checkLead: 'Hồ sơ chỉ được gửi đi sau khi bạn bấm nộp. Trước lúc đó, chỗ nào cũng sửa được.',
  placeHeading: 'Nơi giải quyết',
  decidedBy: 'Cơ quan giải quyết',
  deskLabel: 'Nơi tiếp nhận',
  none: 'Không nộp',
  notSubmitted: 'Hồ sơ chưa nộp được, bài khai vẫn còn nguyên',
  stillMissing: (count: number) => `Còn ${count} phần chưa xong`,
  pledge:
    'Bấm nộp là bạn xác nhận những điều khai ở trên đúng sự thật, và đồng ý để cơ quan giải quyết dùng dữ liệu này cho riêng thủ tục này.',
  submit: 'Nộp hồ sơ',
  submitLater: 'Lưu, để sau nộp',
  feesTitle: 'Phí, lệ phí',
  feesFree: 'Không phải nộp khoản nào.',
  feesLater: 'Báo khi tiếp nhận',
  feesWhen: 'Bây giờ bạn chưa phải nộp. Khi tiếp nhận, cán bộ báo khoản phải nộp; bạn nộp tại quầy và nhận biên lai.',
  feesDoubt: 'Mức thu chưa chắc chắn thì không thu. Cán bộ đối chiếu quy định rồi mới báo bạn.',
  feeKinds: { fee: 'Phí', charge: 'Lệ phí', price: 'Giá dịch vụ' } satisfies Record<ProcedureFee['kind'], string>,

  gone: 'Bài khai này không còn',
  goneBody: (code: string) =>
    `Bài khai ${code} đã được nộp, đã quá 30 ngày không làm tiếp, hoặc là của người khác. Hồ sơ đã nộp nằm trong Hồ sơ của tôi.`,
  toMyDossiers: 'Mở Hồ sơ của tôi',
}

/** Filing online: from the first page to the receipt. */
export const filingTexts = inBothLanguages(filingVi, filingTextsEn)

const trackingVi = {
  doneTitle: 'Đã nộp hồ sơ',
  doneCode: 'Mã hồ sơ, bạn nên lưu lại',
  noDateYet: 'Ngày hẹn',
  noDateYetBody: 'Ghi khi trung tâm tiếp nhận',
  noDateLabel: 'Chưa có ngày hẹn trả; ngày hẹn được ghi khi trung tâm tiếp nhận hồ sơ',
  next: 'Việc tiếp theo',
  youSubmitted: (at: string) => `Bạn đã nộp, ${at}`,
  filesKept: (count: number) =>
    count === 0 ? 'Hồ sơ không kèm tệp nào.' : `Đã nhận ${count} tệp, mã băm từng tệp ở dưới.`,
  deskChecks: (desk: string) => `${desk} kiểm tra hồ sơ`,
  deskChecksBody: 'Nếu thiếu, chúng tôi báo',
  once: 'một lần',
  deskChecksAfter: ', ghi rõ từng chỗ.',
  afterCutOff: (hour: string, on: string) => `Bạn nộp sau ${hour} hoặc vào ngày nghỉ, nên tính như nhận ngày ${on}.`,
  dateWritten: 'Khi nhận đủ, ngày hẹn trả được ghi ở trang theo dõi và trên giấy hẹn.',
  officeDecides: (unit: string, term: string) => `${unit} giải quyết, ${term}`,
  getResult: 'Nhận kết quả',
  resultBy: {
    electronic: 'Bản điện tử có chữ ký số, tải về ở trang theo dõi ngay khi ký xong.',
    counter: 'Đến quầy nơi nộp nhận bản giấy.',
    postal: 'Bưu điện phát tận nơi; cước trả khi nhận.',
  } satisfies Record<ResultDelivery, string>,
  follow: 'Theo dõi hồ sơ',
  print: 'In trang này',
  formOnPaper: 'Tờ khai đã điền (PDF)',
  scan: 'Quét mã để theo dõi mà không cần đăng nhập',
  qrLabel: (code: string) => `Mã QR dẫn tới trang tra cứu hồ sơ ${code}`,
  handedIn: 'Giấy tờ đã nộp',
  fileColumns: { paper: 'Giấy tờ', file: 'Tệp', size: 'Dung lượng', fingerprint: 'Mã băm SHA-256' },

  mine: 'Hồ sơ của tôi',
  noneYet: 'Bạn chưa có hồ sơ nào. Hồ sơ nộp ở quầy cũng hiện ở đây.',
  findProcedure: 'Tìm thủ tục',
  groups: {
    drafts: 'Đang khai dở',
    todo: 'Bạn cần làm',
    running: 'Đang giải quyết',
    done: 'Đã có kết quả',
    closed: 'Đã kết thúc',
  },
  keptUntil: 'giữ đến',
  dueLabel: 'hẹn trả',
  waitsForYou: 'Chờ bạn bổ sung',
  before: 'trước',
  waitsForDate: 'chờ tiếp nhận',
  draftSaved: (at: string, code: string) => `Mã ${code}, lưu lúc ${at}`,
  goOn: 'Làm tiếp',
  supplyNow: 'Bổ sung ngay',
  supplyNote: 'Cần gửi thêm giấy tờ hoặc giải thích. Đồng hồ đang dừng.',
  daysLeft: (days: number) => (days === 0 ? 'Hẹn trả hôm nay' : `Còn ${days} ngày làm việc`),
  overdue: (days: number) => (days === 0 ? 'Đã quá giờ hẹn' : `Quá hẹn ${days} ngày làm việc`),
  at: (unit: string, step: string) => `Ở ${unit}, ${step}`,
  ownerIs: (name: string) => `Hồ sơ của ${name}`,

  due: (month: string) => `Hẹn trả, tháng ${month}`,
  dueSentence: (weekday: string, date: string, left: string) => `Ngày hẹn trả: ${weekday} ${date}. ${left}`,
  workingDay: 'Hôm nay là ngày làm việc thứ',
  countedDay: 'Hôm nay là ngày thứ',
  atMost: 'Tối đa',
  days: 'ngày',
  ticksLabel: (used: number, total: number) => `Đã qua ${used} trong ${total} ngày`,
  whyDate: 'Vì sao là ngày này?',
  whyDateLead: 'Ngày hẹn tính từ lúc tiếp nhận, từng ngày như sau:',
  wayTitle: 'Hồ sơ đã đi qua đâu',
  stepName: ({ name }: Pick<ProcessStep, 'code' | 'name'>) => name,
  here: 'Đang ở đây',
  papersOf: 'Giấy tờ của hồ sơ',
  paperForms: {
    'appointment-slip': 'Giấy hẹn',
    'supplement-request': 'Phiếu yêu cầu bổ sung',
    'refusal-notice': 'Phiếu từ chối tiếp nhận',
    'extension-notice': 'Văn bản xin lỗi, hẹn lại ngày trả',
    'stop-notice': 'Thông báo dừng giải quyết',
    'handling-sheet': 'Phiếu kiểm soát quá trình',
  },
  noPapers: 'Chưa có giấy hẹn. Giấy hẹn có khi trung tâm tiếp nhận.',
  yourFiles: 'Tệp bạn đã nộp',
  whatYouSaid: 'Nội dung bạn đã khai',
  receiptPage: 'Biên nhận nộp hồ sơ',
  needMore: 'Bạn cần gì thêm?',
  callUs: (phone: string) => `Gọi ${phone}`,
  comeIn: 'Đến trung tâm gần nhất',
  sideLabel: 'Giấy tờ và liên hệ',
  logged: 'Mọi lần cán bộ mở hồ sơ này đều được ghi lại.',
  whoLooked: 'Xem ai đã mở',
  reason: 'Lý do',
  legalBasis: 'Căn cứ',
  document: 'Văn bản',
  closedBecause: 'Dừng vì',
  suspendedTitle: 'Thời hạn đang tạm dừng theo quy định.',
  extendedTitle: 'Chúng tôi xin lỗi vì chậm và đã hẹn lại.',
  withdraw: 'Rút hồ sơ',

  doings: {
    submitDossier: 'Bạn nộp hồ sơ',
    fileAtCounter: 'Nộp tại quầy, tiếp nhận ngay',
    receiveDossier: 'Tiếp nhận, ghi ngày hẹn trả',
    requestSupplement: 'Yêu cầu bổ sung',
    supplyDossier: 'Bạn gửi bổ sung',
    refuseIntake: 'Từ chối tiếp nhận',
    assignDossier: 'Phân công người xử lý',
    takeDossier: 'Chuyên viên nhận xử lý',
    returnStep: 'Chuyển lại bước trước',
    recordAppraisal: 'Ghi kết luận thẩm định',
    suspendDossier: 'Tạm dừng theo căn cứ pháp lý',
    resumeDossier: 'Giải quyết tiếp',
    draftResult: 'Trình dự thảo kết quả',
    approveResult: 'Duyệt dự thảo, chuyển ký',
    returnDraft: 'Trả lại dự thảo để sửa',
    signResult: 'Lãnh đạo đã ký số',
    sealResult: 'Cấp số, đóng dấu cơ quan',
    deliverResult: 'Trả kết quả',
    refuseDelivery: 'Bạn không nhận kết quả',
    replaceResult: 'Sửa sai sót trong kết quả đã cấp',
    extendDeadline: 'Xin lỗi và hẹn lại ngày trả',
    withdrawDossier: 'Bạn rút hồ sơ',
    stopDossier: 'Dừng giải quyết',
    undoStep: 'Huỷ bước vừa làm',
  } satisfies Record<DossierAction, string>,

  /** The same where no officer did it. */
  machineDoings: {
    takeDossier: 'Nhận xử lý',
    approveResult: 'Duyệt dự thảo',
    signResult: 'Cho phát hành, không có người ký',
  } as Partial<Record<DossierAction, string>>,

  holder: {
    submitted: { before: '', after: ' đang kiểm tra hồ sơ của bạn', note: 'Bạn không phải làm gì.' },
    received: { before: '', after: ' đã nhận hồ sơ và đang giao người xử lý', note: 'Bạn không phải làm gì.' },
    appraising: { before: '', after: ' đang thẩm định hồ sơ của bạn', note: 'Bạn không phải làm gì.' },
    suspended: { before: '', after: ' đang tạm dừng hồ sơ theo quy định', note: 'Bạn không phải làm gì.' },
    'awaiting-approval': { before: 'Lãnh đạo ', after: ' đang xem để duyệt kết quả', note: 'Bạn không phải làm gì.' },
    'awaiting-signature': { before: 'Lãnh đạo ', after: ' đang ký số kết quả', note: 'Bạn không phải làm gì.' },
    'awaiting-seal': { before: 'Văn thư ', after: ' đang cấp số và đóng dấu kết quả', note: 'Bạn không phải làm gì.' },
    finished: { before: 'Kết quả đã có tại ', after: '', note: '' },
    delivered: { before: 'Đã trả kết quả cho bạn', after: '', note: '' },
    'awaiting-supplement': { before: 'Hồ sơ đang chờ bạn bổ sung', after: '', note: '' },
    refused: { before: 'Hồ sơ không được tiếp nhận', after: '', note: '' },
    withdrawn: { before: 'Hồ sơ đã được rút', after: '', note: '' },
    stopped: { before: 'Hồ sơ đã dừng giải quyết', after: '', note: '' },
  } satisfies Record<Handling, { before: string; after: string; note: string }>,
  sinceDay: (date: string) => `từ ngày ${date}`,
  sinceTime: (time: string) => `từ ${time} hôm nay`,
  elapsed: (from: number) => {
    const minutes = Math.max(1, Math.round(from / 60_000))
    if (minutes < 60) return `mất ${minutes} phút`
    const hours = Math.round(minutes / 60)
    return hours < 24 ? `mất ${hours} giờ` : `mất ${Math.round(hours / 24)} ngày`
  },
}

/** After handing in, and following a dossier. */
export const trackingTexts = inBothLanguages(trackingVi, trackingTextsEn)

const withdrawVi = {
  title: 'Rút hồ sơ',
  back: 'Về hồ sơ',
  means: 'Rút rồi thì hồ sơ không được giải quyết nữa và không mở lại được.',
  again: 'Giấy tờ bạn đã nộp vẫn xem được ở trang hồ sơ. Cần làm lại thì nộp hồ sơ mới bất cứ lúc nào.',
  reason: 'Vì sao bạn rút hồ sơ',
  reasonHint: 'Một câu ngắn là đủ. Cán bộ đang xử lý sẽ đọc.',
  missing: 'Viết vì sao bạn rút hồ sơ',
  confirm: 'Rút hồ sơ này',
  keep: 'Giữ hồ sơ, không rút',
}

export const withdrawTexts = inBothLanguages(withdrawVi, withdrawTextsEn)

const supplementVi = {
  title: (count: number) => `Bổ sung ${count} chỗ cho hồ sơ`,
  paused: 'Đồng hồ đang dừng.',
  pausedBody: 'Thời gian chờ bạn không tính vào hạn. Gửi trước hết ngày',
  pausedAfter: '; ngày hẹn mới được ghi khi tiếp nhận lại.',
  askedBy: (name: string, unit: string) => [name, `, ${unit}, đã xem toàn bộ hồ sơ. Đây là `] as const,
  all: 'tất cả',
  askedAfter: ' những gì còn thiếu.',
  askedAgain: 'Vì sao hỏi thêm lần nữa',
  why: 'Vì sao cần',
  how: 'Cách làm',
  files: 'Chụp hoặc chọn tệp',
  elsewhere: (theirs: readonly string[]) =>
    `Chưa gửi: phần bổ sung này vừa được lưu từ máy hoặc thẻ khác${theirs.length === 0 ? '' : `, ở đó ghi: “${theirs.join('”, “')}”`}. Tệp của cả hai nơi có ở dưới; xem lại rồi bấm gửi để gửi bản trên trang này.`,
  words: 'Hoặc giải thích',
  wordsHint: 'Nếu bạn đã nộp rồi, không có giấy này, hoặc thấy yêu cầu chưa đúng.',
  photos: 'Ảnh chụp',
  asTaken: 'Dùng ảnh gốc, không cắt và nắn thẳng',
  asTakenHint:
    'Ảnh của giấy này được cắt theo bốn góc, nắn thẳng và ghép thành một tệp PDF. Đánh dấu nếu bản nắn thẳng bị sai.',
  asPage: (name: string) => `Trang làm từ ảnh ${name}`,
  wordsOnly: 'Trả lời của bạn',
  received: (name: string, size: string) => `Đã nhận ${name}, ${size}`,
  send: 'Gửi bổ sung',
  sendNote: 'Gửi một lần cho cả hồ sơ. Sau khi gửi, trung tâm tiếp nhận lại và ghi ngày hẹn mới.',
  missing: (no: number) => `Chỗ ${no}: gắn tệp hoặc viết giải thích`,
  wrong: 'Thấy yêu cầu này không đúng? Viết ở ô giải thích, hoặc gọi',
  note: (no: number, what: string, words: string) => `${no}. ${what}: ${words}`,
  tooLong: (limit: number) => `Viết gọn các lời giải thích trong ${limit} ký tự`,
}

export const supplementTexts = inBothLanguages(supplementVi, supplementTextsEn)

const publicVi = {
  title: 'Tra cứu hồ sơ',
  lead: 'Nhập mã hồ sơ in trên giấy hẹn. Không cần đăng nhập.',
  code: 'Mã hồ sơ',
  codeHint: 'Ví dụ H49.136-261110-0014',
  find: 'Tra cứu',
  notFound: (code: string) => `Không có hồ sơ nào mang mã ${code}. Xem lại mã trên giấy hẹn, hoặc gọi`,
  badCode: 'Nhập mã như in trên giấy hẹn: chữ, số, dấu chấm và dấu gạch ngang',
  completed: 'Đã giải quyết xong',
  running: 'Đang giải quyết',
  state: 'Tình trạng',
  little:
    'Người chưa đăng nhập chỉ xem được mã và tình trạng hoàn thành. Chủ hồ sơ đăng nhập thì xem được ai đang giữ hồ sơ và ngày hẹn.',
  signIn: 'Đăng nhập để xem chi tiết',
  details: 'Xem ai đang giữ và ngày hẹn',
}

export const publicTexts = inBothLanguages(publicVi, publicTextsEn)

const helpVi = {
  title: 'Hỗ trợ',
  callTitle: 'Gọi điện',
  callBody: 'Từ 7 giờ đến 17 giờ 30 các ngày làm việc. Nói mã hồ sơ hoặc mã bài khai để được giúp nhanh.',
  comeTitle: 'Đến trung tâm phục vụ hành chính công',
  comeBody:
    'Cán bộ làm cùng bạn, không mất phí. Thủ tục của xã, phường nộp ở trung tâm nơi đó; thủ tục của sở, ngành nộp ở trung tâm thành phố.',
  yours: 'Trung tâm nơi bạn ở',
  province: 'Trung tâm của thành phố',
  communes: 'Nơi có trung tâm',
  /** `Phường Bãi Cháy` of the centre's full name. */
  placeOf: (centre: string) => {
    const place = centre.replace(/^Trung tâm Phục vụ hành chính công\s+/u, '')
    return place.charAt(0).toLocaleUpperCase('vi') + place.slice(1)
  },
  search: 'Tìm theo tên xã, phường, cả tên cũ',
  searchButton: 'Tìm',
  noneFound: (words: string) => `Không có trung tâm nào ở “${words}”. Xem cả danh sách dưới đây.`,
  resumeTitle: 'Mở lại bài khai bằng mã',
  resumeBody: 'Mã có dạng 7KQ-402, ghi ở trang bài khai.',
  resumeCode: 'Mã bài khai',
  resumeOpen: 'Mở bài khai',
}

export const helpTexts = inBothLanguages(helpVi, helpTextsEn)
