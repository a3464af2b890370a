import type { RefusalTexts } from '../../platform/refusal.ts'

export const processMoveRefusals = {
  'dossiers.process-ended': {
    status: 409,
    title: 'Hồ sơ đã kết thúc nên giữ quy trình lúc bắt đầu.',
    titleEn: 'The dossier has ended and keeps its process.',
  },
  'dossiers.process-already': {
    status: 409,
    title: 'Hồ sơ đã theo phiên bản này.',
    titleEn: 'The dossier follows this version already.',
  },
  'dossiers.process-not-for': {
    status: 409,
    title: 'Quy trình này không dùng cho thủ tục {procedure} của hồ sơ.',
    titleEn: 'The process is not for procedure {procedure}.',
  },
  'dossiers.process-no-state': {
    status: 409,
    title: 'Quy trình mới không có trạng thái mà hồ sơ đang ở. Hồ sơ tiếp tục theo phiên bản cũ.',
    titleEn: 'The new process has no state {handling}.',
  },
  'dossiers.process-no-step': {
    status: 409,
    title: 'Quy trình mới không có bước nào cho trạng thái mà hồ sơ đang ở. Hồ sơ tiếp tục theo phiên bản cũ.',
    titleEn: 'No step of the new process holds the state {handling}.',
  },
  'dossiers.process-not-in-force': {
    status: 409,
    title: 'Quy trình {code} chưa có phiên bản nào đang áp dụng nên chưa chuyển hồ sơ được.',
    titleEn: 'No version of process {code} is in force.',
  },
} satisfies RefusalTexts

export const processMoveTexts = {
  title: 'Chuyển hồ sơ đang làm',
  back: 'Quy trình',
  lead: (version: number) =>
    `Mỗi hồ sơ được chuyển riêng sang phiên bản ${version}. Trạng thái, người đang làm và ngày hẹn trả giữ nguyên.`,
  total: (count: number) => `${count.toLocaleString('vi-VN')} hồ sơ đang làm theo phiên bản khác.`,
  none: 'Mọi hồ sơ đang làm đã theo phiên bản đang áp dụng.',
  caption: 'Hồ sơ đang làm theo phiên bản khác',
  dossier: 'Hồ sơ',
  state: 'Đang ở',
  from: 'Phiên bản',
  changes: 'Sẽ khác',
  due: 'Hẹn trả',
  noDue: 'Chưa hẹn',
  stepBecomes: (before: string, after: string) => `Bước ${before} thành ${after}`,
  roleBecomes: (before: string, after: string) => `Người làm: ${before} thành ${after}`,
  gained: (actions: string) => `Thêm việc: ${actions}`,
  lost: (actions: string) => `Không còn việc: ${actions}`,
  same: 'Không khác gì ở chỗ đang đứng',
  move: (count: number) => `Chuyển ${count} hồ sơ trên trang này`,
  outcome: 'Kết quả',
  outcomeTitle: (moved: number, refused: number) => `Đã chuyển ${moved} hồ sơ, ${refused} hồ sơ giữ nguyên.`,
  moved: 'Đã chuyển',
  kept: 'Giữ nguyên',
  again: 'Xem các hồ sơ còn lại',
} as const
