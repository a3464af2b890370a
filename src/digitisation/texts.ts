import { documentsRefusals } from '../documents/index.ts'
import type { RefusalTexts } from '../platform/refusal.ts'
import { benchRefusals } from './bench/texts.ts'
import { mailboxRefusals } from './intake/mail/texts.ts'
import { intakeRefusals } from './intake/texts.ts'
import { originalRefusals } from './originals/texts.ts'
import { templateRefusals } from './templates/texts.ts'

const fileRefusals = {
  'digitisation.no-such-file': { status: 404, title: 'Không có tệp {name}, hoặc không được quyền mở.' },
  'digitisation.file-too-big': {
    status: 413,
    title: 'Tệp {name} lớn hơn 20 MB. Quét lại ở 200–300 dpi, hoặc tách tệp.',
  },
  'digitisation.not-a-scan': {
    status: 415,
    title: 'Tệp {name} không phải ảnh hay PDF bản quét nên không có gì để đọc.',
  },
  'digitisation.page-not-read': {
    status: 422,
    title:
      'Máy không đọc được trang {page} của tệp {name}: trang quá lớn, quá nặng hoặc hỏng. Quét lại trang đó ở 200–300 dpi.',
  },
  'digitisation.nothing-on-it': {
    status: 422,
    title:
      'Trên tệp {name} không thấy chữ nào: trang trắng, quá mờ, hoặc là chữ viết tay. Xem tận mắt, quét lại nếu cần.',
  },
} satisfies RefusalTexts

/** Why a file on disk cannot be read; those of files taken in hold too. */
export const readingRefusals = { ...documentsRefusals, ...fileRefusals } satisfies RefusalTexts

export const digitisationRefusals = {
  ...benchRefusals,
  ...intakeRefusals,
  ...mailboxRefusals,
  ...originalRefusals,
  ...templateRefusals,
  ...fileRefusals,
} satisfies RefusalTexts

/** `motcua extract`: for desks as much as for whoever runs the system. */
export const extractWords = {
  summary: 'Take the kind, the fields and all labels and values off a paper',
  oneFile: 'Cho biết một tệp ảnh hoặc PDF cần đọc.',
  noSuchRecogniser: (name: string) => `Không có bộ nhận dạng “${name}”.`,
  noSuchType: (type: string) => `Không có mẫu bóc tách cho loại giấy tờ “${type}”.`,
  noSuchOption: 'Không hiểu lựa chọn này.',
  notThere: (name: string) =>
    `${name} trên máy này chưa đọc được tiếng Việt: cài tesseract-ocr và tesseract-ocr-vie, hoặc dùng --recogniser embedded.`,
  broken: 'Có lỗi của phần mềm khi đọc tệp này; tệp không bị thay đổi. Báo người quản trị.',
  kind: (name: string | undefined, confidence: number) =>
    name === undefined ? 'Chưa rõ là giấy tờ gì.' : `${name} (chắc ${percent(confidence)})`,
  value: (label: string, value: string, confidence: number) => `${label}: ${value} (${percent(confidence)})`,
  code: (format: string, text: string) => `[${format}] ${text}`,
}

const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`

/** `motcua read`: for whoever runs the system. */
export const readCommandWords = {
  summary: 'Read pictures of papers: words, codes, identity cards',
  noPicture: 'no picture given',
  noSuchRecogniser: (name: string) => `there is no recogniser "${name}"`,
  notThere: (name: string) =>
    `${name} cannot read Vietnamese on this machine: install tesseract-ocr and tesseract-ocr-vie`,
  failed: (path: string, why: string) => `${path}: ${why}`,
  code: (format: string, text: string) => `[${format}] ${text}`,
  card: (personalId: string, fullName: string, source: string) =>
    `[identity card, ${source}] ${personalId} ${fullName}`.trim(),
}
