import { numberRefusals } from './applicant-number/texts.ts'
import { actingRefusals } from './acting/texts.ts'
import { helpingRefusals } from './helping/texts.ts'
import { deliveryRefusals } from './delivery/texts.ts'
import { dong } from '../platform/figures.ts'
import { withEnglish, type RefusalTexts } from '../platform/refusal.ts'
import type { ProcedureVersion } from '../catalogue/index.ts'
import type { ClosureGround } from './closing/closure.ts'
import type { DossierAction } from './process.ts'
import { applicationRefusals } from './application/texts.ts'
import { togetherRefusals } from './co-applicants/texts.ts'
import { spreadsheetRefusals } from './from-spreadsheet/texts.ts'
import { consultationRefusals } from './consultation/texts.ts'
import { linkedRefusals } from './linked/texts.ts'
import { registerRefusals } from './register/texts.ts'
import type { Channel, Handling, NationalStatus, ResultDelivery } from './dossier.ts'
import { inBothLanguages } from '../platform/wording.ts'
import {
  channelWordsEn,
  closureGroundWordsEn,
  deliveryWordsEn,
  doneWordsEn,
  handlingWordsEn,
  machineDoneEn,
  nationalStatusWordsEn,
  ownRefusalsEn,
  paperWordsEn,
  filingFormTextsEn,
} from './texts.en.ts'

const handlingWordsVi = {
  submitted: 'Chờ tiếp nhận',
  received: 'Đã tiếp nhận, chờ phân công',
  appraising: 'Đang thẩm định',
  suspended: 'Tạm dừng theo căn cứ pháp lý',
  'awaiting-approval': 'Chờ phê duyệt',
  'awaiting-signature': 'Chờ ký số',
  'awaiting-seal': 'Chờ văn thư đóng dấu',
  finished: 'Đã có kết quả, chờ trả',
  delivered: 'Đã trả kết quả',
  'awaiting-supplement': 'Chờ người dân bổ sung',
  refused: 'Không được tiếp nhận',
  withdrawn: 'Người dân đã rút hồ sơ',
  stopped: 'Dừng giải quyết',
} satisfies Record<Handling, string>

export const handlingWords = inBothLanguages(handlingWordsVi, handlingWordsEn)

const doneWordsVi = {
  submitDossier: 'đã nộp hồ sơ',
  fileAtCounter: 'đã nhận hồ sơ tại quầy',
  receiveDossier: 'đã tiếp nhận hồ sơ',
  requestSupplement: 'đã yêu cầu bổ sung',
  supplyDossier: 'đã gửi phần bổ sung',
  refuseIntake: 'đã từ chối tiếp nhận',
  assignDossier: 'đã phân công',
  takeDossier: 'đã nhận xử lý hồ sơ',
  returnStep: 'đã chuyển lại bước trước',
  recordAppraisal: 'đã ghi kết luận thẩm định',
  suspendDossier: 'đã tạm dừng giải quyết',
  resumeDossier: 'đã cho giải quyết tiếp',
  draftResult: 'đã trình dự thảo kết quả',
  approveResult: 'đã phê duyệt',
  returnDraft: 'đã trả lại dự thảo',
  signResult: 'đã ký số kết quả',
  sealResult: 'đã cấp số, đóng dấu',
  deliverResult: 'đã trả kết quả',
  refuseDelivery: 'đã ghi người dân không nhận kết quả',
  replaceResult: 'đã mở việc sửa kết quả',
  extendDeadline: 'đã xin lỗi và hẹn lại ngày trả',
  withdrawDossier: 'đã rút hồ sơ',
  stopDossier: 'đã dừng giải quyết hồ sơ',
  undoStep: 'đã huỷ bước vừa làm',
} satisfies Record<DossierAction, string>

/** What somebody did, after their name. */
export const doneWords = inBothLanguages(doneWordsVi, doneWordsEn)

/** What no account did, the system did under an authority: it takes nothing up as a person and signs for nobody. */
const machineVi: Partial<Record<DossierAction, string>> = {
  signResult: 'đã cho phát hành, không có người ký',
}
const machineDone = inBothLanguages(machineVi, machineDoneEn)

export function doneBy({ action, byAccountId }: { action: DossierAction; byAccountId: string | null }): string {
  return (byAccountId === null ? machineDone[action] : undefined) ?? doneWords[action]
}

export const filingFormTexts = inBothLanguages({ term: (term: string) => `Thời hạn: ${term}` }, filingFormTextsEn)

export const HOTLINE = '1900 558 826'

const channelWordsVi = {
  online: 'Trực tuyến',
  counter: 'Quầy',
  postal: 'Bưu chính',
  'national-portal': 'Cổng quốc gia',
} satisfies Record<Channel, string>

export const channelWords = inBothLanguages(channelWordsVi, channelWordsEn)

const deliveryWordsVi = {
  electronic: 'Bản điện tử trên Cổng dịch vụ công',
  counter: 'Nhận tại quầy',
  postal: 'Gửi qua bưu chính công ích',
} satisfies Record<ResultDelivery, string>

export const deliveryWords = inBothLanguages(deliveryWordsVi, deliveryWordsEn)

const paperVi = {
  atIntake: 'tiếp nhận',
  atAppraisal: 'thẩm định',
  supplement: (no: number) => `Phiếu yêu cầu bổ sung lần ${no}`,
  extension: (code: string) => `Văn bản xin lỗi và đề nghị gia hạn, hồ sơ ${code}`,
  asProvided: 'theo quy định',
  noFee: 'không',
}
const paperWords = inBothLanguages(paperVi, paperWordsEn)

/** At which stage a supplement was asked for, as form 02 says it. */
export function supplementStageWords(stage: Handling): string {
  return stage === 'submitted' ? paperWords.atIntake : paperWords.atAppraisal
}

/** Form 02 as the explanation of a due date names it. */
export function supplementDocument(requestNo: number): string {
  return paperWords.supplement(requestNo)
}

/** Form 04 as the explanation of a due date names it. */
export function extensionDocument(code: string): string {
  return paperWords.extension(code)
}

const closureGroundWordsVi = {
  'asked-by-applicant': 'Người nộp hồ sơ đề nghị dừng giải quyết',
  'not-supplied-in-time': 'Hồ sơ không được bổ sung đúng hạn',
  other: 'Lý do khác theo quy định của pháp luật',
} satisfies Record<ClosureGround, string>

/** Why handling was stopped, as form 05 and pages say it. */
export const closureGroundWords = inBothLanguages(closureGroundWordsVi, closureGroundWordsEn)

const FEE_CHANNELS = {
  online: 'online',
  counter: 'counter',
  postal: 'postal',
  'national-portal': 'online',
} satisfies Record<Channel, string>

/** Fees as form 01 prints them; amounts that somebody must still settle are never printed as a figure. */
export function feeWords({ fees }: Pick<ProcedureVersion, 'fees'>, channel: Channel): string {
  const here = fees.filter((fee) => fee.channel === FEE_CHANNELS[channel])
  if (here.some(({ chargeable }) => !chargeable)) return paperWords.asProvided
  const amounts = here.flatMap(({ amountDong }) => (amountDong !== null && amountDong > 0n ? [amountDong] : []))
  // Several amounts are alternatives or parts; the source does not say which.
  if (amounts.length > 1) return paperWords.asProvided
  return amounts[0] === undefined ? paperWords.noFee : dong(amounts[0])
}

const nationalStatusWordsVi = {
  1: 'Mới đăng ký',
  2: 'Được tiếp nhận',
  3: 'Không được tiếp nhận',
  4: 'Đang xử lý',
  5: 'Yêu cầu bổ sung giấy tờ',
  6: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  7: 'Công dân yêu cầu rút hồ sơ',
  8: 'Dừng xử lý',
  9: 'Đã xử lý xong',
  10: 'Đã trả kết quả',
} satisfies Record<NationalStatus, string>

/** Names of the law, as the National Portal shows them. */
export const nationalStatusWords = inBothLanguages(nationalStatusWordsVi, nationalStatusWordsEn)

const ownRefusalsVi = {
  'dossiers.consultation-demanded': {
    status: 409,
    title:
      'Quy trình yêu cầu lấy ý kiến ở bước "{step}" mà chưa lấy đủ. Lấy đủ ý kiến, hoặc ghi vì sao không lấy kèm căn cứ.',
  },
  'dossiers.parts-demanded': {
    status: 409,
    title:
      'Quy trình yêu cầu làm xong bước liên thông "{step}" mà chưa xong. Chờ các cơ quan làm xong, hoặc ghi căn cứ không làm.',
  },
  'dossiers.no-such-demand': { status: 404, title: 'Quy trình của hồ sơ này không có bước đó.' },
  'dossiers.step-settled': { status: 409, title: 'Bước "{step}" đã xong, không phải làm lại.' },
  'dossiers.step-under-way': { status: 409, title: 'Bước "{step}" đã bắt đầu. Theo dõi phần đang làm trong hồ sơ.' },
  'dossiers.slip-missing': {
    status: 409,
    title: 'Hồ sơ chưa được tiếp nhận nên chưa có giấy hẹn trả. Tiếp nhận hồ sơ trước.',
  },
  'dossiers.draft-missing': {
    status: 409,
    title: 'Bước "{step}" chưa có dự thảo kết quả. Soạn và trình dự thảo trước.',
  },
  'dossiers.opinion-missing': {
    status: 409,
    title: 'Bước "{step}" phải có ý kiến của cơ quan phối hợp mà chưa có. Lấy ý kiến trước.',
  },
  'dossiers.result-missing': { status: 409, title: 'Bước "{step}" chưa có kết quả đã ký. Ký kết quả trước.' },
  'dossiers.paper-missing': {
    status: 409,
    title: 'Bước "{step}" phải có giấy tờ loại {kind} mà chưa có. Nhờ người quản trị xem lại quy trình.',
  },
  'dossiers.initials-missing': {
    status: 409,
    title: 'Bước "{step}" cần chữ ký nháy của người soạn trên dự thảo mà chưa có. Nhắc người soạn ký nháy trước.',
  },
  'dossiers.approval-missing': {
    status: 409,
    title: 'Bước "{step}" phải có phiếu duyệt mà chưa có. Duyệt dự thảo trước.',
  },
  'dossiers.sign-record': {
    status: 409,
    title: 'Quy trình yêu cầu người làm bước "{step}" ký số vào phiếu. Ghi lại và ký bằng chữ ký số của bạn.',
  },
  'dossiers.nothing-to-sign': {
    status: 409,
    title: 'Bước này của quy trình không yêu cầu ký số vào phiếu. Mở lại trang và làm như thường.',
  },
  'dossiers.paper-unsigned': {
    status: 409,
    title: 'Giấy tờ của bước "{step}" phải được ký mà chưa ký. Ký trước, hoặc nhờ người quản trị xem lại quy trình.',
  },
  'dossiers.wrong-state': {
    status: 409,
    title: 'Hồ sơ không còn ở bước làm được việc này. Mở lại hồ sơ để xem đang ở bước nào.',
  },
  'dossiers.not-lead': {
    status: 403,
    title: '{unit} chủ trì việc này. Chỉ người của cơ quan đó mới được nhắc, thôi chờ, bỏ qua hoặc kết luận.',
  },
  'dossiers.not-your-step': {
    status: 403,
    title: 'Bước này thuộc người khác. Tài khoản của bạn không có vai trò đó với hồ sơ này.',
  },
  'dossiers.not-assigned-to-you': {
    status: 403,
    title: 'Hồ sơ đang giao cho người khác. Nhờ lãnh đạo phòng giao lại nếu cần.',
  },
  'dossiers.not-appraised': { status: 409, title: 'Chưa có kết luận thẩm định. Ghi kết luận trước khi soạn kết quả.' },
  'dossiers.overtaken': {
    status: 409,
    title: '{name} {done} lúc {time}. Hồ sơ chưa thay đổi gì từ phía bạn. Mở lại hồ sơ để xem bước mới.',
  },
  'dossiers.opinions-awaited': {
    status: 409,
    title: 'Còn chờ ý kiến của cơ quan phối hợp. Khi đủ ý kiến hoặc đã kết thúc lấy ý kiến thì soạn được kết quả.',
  },
  'dossiers.bulk-failed': {
    status: 500,
    title: 'Hồ sơ này gặp lỗi của hệ thống nên chưa làm được. Mở hồ sơ làm riêng; còn lỗi thì báo người quản trị.',
  },
  'dossiers.already-taken': { status: 409, title: 'Hồ sơ đã có người thụ lý. Nhờ lãnh đạo phòng giao lại nếu cần.' },
  'dossiers.nothing-to-undo': {
    status: 409,
    title:
      'Bước vừa rồi không huỷ lại được: người dân đã được báo, văn bản đã ký, hoặc không có bước nội bộ nào để huỷ.',
  },
  'dossiers.undo-not-yours': {
    status: 403,
    title: 'Bước vừa rồi do {name} làm. Chỉ người đã làm mới huỷ được bước đó.',
  },
  'dossiers.seen-outside': {
    status: 409,
    title:
      'Cổng Dịch vụ công quốc gia đã hiện bước này nên không huỷ được nữa. Chuyển hồ sơ tiếp hoặc trả lại kèm lý do.',
  },
  'dossiers.nothing-awaited': {
    status: 409,
    title: 'Hồ sơ không đang chờ bổ sung nên không dừng vì lý do này được. Chọn lý do khác.',
  },
  'dossiers.supply-time-runs': {
    status: 409,
    title: 'Người nộp còn được bổ sung đến hết {replyBy}. Qua ngày đó mới dừng hồ sơ vì lý do này được.',
  },
  'dossiers.money-open': {
    status: 409,
    title: 'Hồ sơ còn khoản phí, lệ phí chưa giải quyết. Thu, hoàn hoặc miễn khoản này trước khi dừng hồ sơ.',
  },
  'dossiers.resolved-before': {
    status: 409,
    title: 'Hồ sơ đã được giải quyết, nay chỉ sửa sai sót của kết quả. Việc này không làm được nữa.',
  },
  'dossiers.delivery-refused-before': { status: 409, title: 'Đã ghi người dân không nhận kết quả.' },
  'dossiers.not-you': {
    status: 422,
    title:
      'Số định danh trong tờ khai khác với tài khoản đang đăng nhập. Khai tên bạn ở phần người nộp; người được làm thay khai ở phần chủ hồ sơ.',
  },
  'dossiers.unknown-component': { status: 422, title: 'Thủ tục này không có thành phần hồ sơ mã {component}.' },
  'dossiers.component-twice': { status: 422, title: 'Thành phần "{component}" được nêu hai lần.' },
  'dossiers.component-without-file': {
    status: 422,
    title: 'Thành phần "{component}" chưa có tệp nào. Gắn tệp, hoặc bỏ chọn thành phần này.',
  },
  'dossiers.component-missing': {
    status: 422,
    title: 'Còn thiếu "{component}". Gắn tệp, hoặc nói vì sao bạn không phải nộp.',
  },
  'dossiers.too-many-files': {
    status: 422,
    title: 'Một hồ sơ nhận nhiều nhất {limit} tệp. Gộp các trang của cùng một giấy tờ vào một tệp.',
  },
  'dossiers.file-twice': { status: 422, title: 'Có tệp được gắn vào hai chỗ. Mỗi tệp chỉ gắn một lần.' },
  'dossiers.file-not-found': { status: 422, title: 'Không tìm thấy tệp đã chọn. Tải tệp lên lại.' },
  'dossiers.file-empty': { status: 422, title: 'Tệp đã chọn không có nội dung. Chọn lại tệp khác.' },
  'dossiers.file-infected': { status: 422, title: 'Tệp đã chọn có mã độc nên không dùng được. Chọn tệp khác.' },
  'dossiers.procedure-not-found': { status: 404, title: 'Không có thủ tục mã {code} đang áp dụng.' },
  'dossiers.case-not-found': { status: 422, title: 'Thủ tục này không có trường hợp giải quyết mã {case}.' },
  'dossiers.case-without-term': {
    status: 409,
    title:
      'Trường hợp này chưa có thời hạn giải quyết chắc chắn nên chưa nhận nộp được. Gọi tổng đài để được hướng dẫn.',
  },
  'dossiers.not-competent': {
    status: 422,
    title: 'Cơ quan đã chọn không giải quyết thủ tục này. Chọn lại nơi giải quyết.',
  },
  'dossiers.no-desk': {
    status: 409,
    title: 'Chưa có bộ phận một cửa nào tiếp nhận cho cơ quan này. Gọi tổng đài để được hướng dẫn.',
  },
  'dossiers.other-desk': {
    status: 409,
    title: 'Thủ tục này nộp tại {desk}. Hướng dẫn người dân tới đó, hoặc nộp trực tuyến.',
  },
  'dossiers.second-request': {
    status: 409,
    title: 'Hồ sơ đã được yêu cầu bổ sung một lần. Ghi rõ vì sao phải hỏi thêm rồi gửi.',
  },
  'dossiers.reply-day-passed': { status: 422, title: 'Hạn bổ sung phải là ngày sau hôm nay.' },
  'dossiers.not-a-specialist-here': {
    status: 422,
    title: 'Người được chọn không phải chuyên viên của đơn vị giải quyết hồ sơ này.',
  },
  'dossiers.item-not-asked': {
    status: 422,
    title: 'Phiếu yêu cầu bổ sung không hỏi mục {no}. Chỉ nhận những gì phiếu đã hỏi; giấy tờ khác trả lại người nộp.',
  },
  'dossiers.item-no-paper': {
    status: 422,
    title: 'Mục {no} của phiếu không hỏi giấy tờ. Ghi câu trả lời của người nộp, không gắn tệp.',
  },
  'dossiers.item-unanswered': {
    status: 422,
    title: 'Còn thiếu mục {no}: {what}. Nhận giấy này, hoặc ghi vì sao không nộp lại được.',
  },
  'dossiers.supplement-other-desk': {
    status: 409,
    title:
      'Giấy tờ bổ sung của hồ sơ này nộp tại {desk}. Hướng dẫn người dân tới đó, gửi qua bưu chính, hoặc gửi trực tuyến.',
  },
  'dossiers.never-asked': {
    status: 409,
    title: 'Hồ sơ này chưa có phiếu yêu cầu bổ sung nào, nên không có giấy tờ nào phải nhận thêm.',
  },
  'dossiers.nothing-supplied': { status: 422, title: 'Chưa có tệp hoặc lời giải thích nào cho phần phải bổ sung.' },
  'dossiers.draft-changed-elsewhere': {
    status: 409,
    title: 'Phần này vừa được lưu từ máy hoặc thẻ khác. Xem cả hai bản rồi chọn.',
  },
  'dossiers.draft-not-found': { status: 404, title: 'Không có bài khai mang mã này, hoặc bài khai đã nộp.' },
} satisfies RefusalTexts

export const dossiersRefusals = {
  ...deliveryRefusals,
  ...numberRefusals,
  ...actingRefusals,
  ...helpingRefusals,
  ...applicationRefusals,
  ...spreadsheetRefusals,
  ...togetherRefusals,
  ...consultationRefusals,
  ...registerRefusals,
  ...linkedRefusals,
  ...withEnglish(ownRefusalsVi, ownRefusalsEn),
}
