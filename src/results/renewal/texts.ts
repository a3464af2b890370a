import type { RenewalPlan } from './renewal-plan.ts'

export const planCommandWords = {
  summary: 'when issued documents need a new archive time stamp; try a signing service',
  title: 'Kế hoạch gia hạn dấu thời gian lưu trữ',
  year: (year: number | null) => (year === null ? 'Không gia hạn được' : `Năm ${year}`),
  documents: (count: number) => `${count} văn bản`,
  none: 'Chưa có văn bản nào trong kế hoạch.',
  late: ({ late }: RenewalPlan) => (late === 0 ? 'Không văn bản nào quá ngày.' : `Quá ngày: ${late} văn bản`),
  unplanned: ({ unplanned }: RenewalPlan) => `Chưa đưa vào kế hoạch: ${unplanned} văn bản`,
  usage: 'Cần: motcua signatures plan | try-csc',
} as const

export const planPageWords = {
  lead: 'Mỗi văn bản đã phát hành phải có dấu thời gian lưu trữ mới trước khi dấu cũ hết giá trị. Hệ thống tự gia hạn vào ban đêm; bản đã phát hành không đổi, bản gia hạn nối thêm vào sau.',
  lateWhy:
    'Đã đến ngày mà chưa gia hạn được: dịch vụ dấu thời gian ngừng, hoặc chứng thư của dịch vụ sắp hết hạn. Xem trang Kết nối, hoặc báo nơi cung cấp dịch vụ.',
  year: 'Phải gia hạn trong',
  count: 'Số văn bản',
} as const
