/** Words of the page on the quality of the catalogue. */
export const qualityTexts = {
  title: 'Chất lượng dữ liệu thủ tục',
  lead: 'Mỗi chỗ thiếu hoặc chưa chắc trong lời văn đã công bố, và cơ quan phải quyết định. Máy không tự đoán: chỗ chưa rõ thì chưa thu tiền, chưa hẹn ngày.',
  filters: 'Lọc',
  severity: 'Mức',
  everySeverity: 'Mọi mức',
  finding: 'Chỗ cần xem',
  everyFinding: 'Mọi loại',
  decidedBy: 'Ai quyết định',
  everyDecider: 'Mọi cơ quan',
  apply: 'Lọc danh sách',
  reset: 'Bỏ lọc',
  caption: 'Các thủ tục có chỗ thiếu hoặc chưa chắc',
  procedure: 'Thủ tục',
  findings: 'Chỗ cần xem',
  stateTerm: 'Ghi thời hạn theo văn bản',
  decider: 'Ai quyết định',
  empty: 'Không có thủ tục nào khớp bộ lọc',
  emptyHint: 'Bỏ bớt một điều kiện lọc để xem rộng hơn.',
  tabs: 'Lọc theo mức',
  all: 'Tất cả',
} as const

const PLACES: Record<string, string> = {
  code: 'Mã thủ tục',
  name: 'Tên thủ tục',
  cases: 'Trường hợp giải quyết',
  components: 'Thành phần hồ sơ',
  fees: 'Phí, lệ phí',
  methods: 'Cách nộp',
  steps: 'Trình tự',
  conditions: 'Yêu cầu, điều kiện',
  executing: 'Cơ quan thực hiện',
  results: 'Kết quả',
  subjects: 'Đối tượng',
  legal: 'Căn cứ pháp lý',
}

/** Where in a procedure a doubt lies: `cases.1.001193.01` is its case 1.001193.01. */
export function placeWords(where: string): string {
  const [part = '', ...rest] = where.split('.')
  const known = PLACES[part]
  if (known === undefined) return where
  return rest.length === 0 ? known : `${known} ${rest.join('.')}`
}
