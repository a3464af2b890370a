import type { DemoPeople } from './identity/index.ts'
import type { DemoPins } from './signing/index.ts'
import type { Role } from './platform/actor.ts'
import type { Settings } from './platform/settings.ts'

const ROLE_NAMES = {
  citizen: 'người dân',
  helper: 'giúp người dân nộp hồ sơ',
  'intake-officer': 'tiếp nhận, trả kết quả',
  'head-of-division': 'lãnh đạo phòng',
  specialist: 'chuyên viên',
  signatory: 'lãnh đạo ký',
  clerk: 'văn thư',
  supervisor: 'giám sát',
  administrator: 'quản trị',
} satisfies Record<Role, string>

/** Steps of starting, told while they take long. */
export const startTexts = {
  database: 'Khởi động kho dữ liệu',
  keys: 'Tạo khoá và chứng thư',
  services: 'Khởi động các dịch vụ đi kèm',
  certificates: 'Cấp chứng thư số dùng thử',
  units: 'Nạp đơn vị hành chính và cơ quan',
  calendar: 'Nạp lịch làm việc',
  procedures: 'Nạp danh mục thủ tục hành chính',
  forms: 'Nạp biểu mẫu điện tử',
  people: 'Tạo người dùng thử',
  stopping: 'Đang dừng…',
  portTaken: (port: number | undefined) =>
    `Cổng ${port} đang có chương trình khác dùng. Dừng chương trình đó, hoặc đặt cổng khác (PORT, IDENTITY_PORT, TIMESTAMP_PORT, REVOCATION_PORT, REMOTE_SIGNING_PORT, TOKEN_PORT, MAIL_CATCHER_PORT).`,
  notLoaded: 'Chưa nạp được dữ liệu của tỉnh. Lỗi đã ghi ở trên; sửa xong thì chạy lại.',
  upToDate: 'Đã mới nhất.',
  noDemoOfficer: (name: string, known: string[]) => `Không có cán bộ dùng thử tên "${name}". Có: ${known.join(', ')}`,
}

/** What the terminal shows when the system is ready: addresses, and in a demo the invented people. */
export function welcome(settings: Settings, people: DemoPeople | undefined, pins: DemoPins | undefined): string {
  const address = settings.publicAddress
  const lines = [
    '',
    'Một Cửa đã sẵn sàng.',
    '',
    `  Người dân      ${address}/`,
    `  Cán bộ         ${address}/viec`,
    `  Kiểm tra chữ ký ${address}/kiem-tra`,
    `  API            ${address}/api/v1/openapi.json`,
  ]
  if (settings.embedded.mailCatcher) lines.push(`  Thư đã gửi     ${address}/quan-tri/thu (quản trị)`)
  if (people) lines.push(...peopleLines(people, pins, settings))
  lines.push('', 'Nhấn Ctrl-C để dừng.')
  return lines.join('\n')
}

function peopleLines({ officers, citizens }: DemoPeople, pins: DemoPins | undefined, settings: Settings): string[] {
  const shown = officers.map((officer) => [
    officer.fullName,
    [...new Set(officer.roles)].map((role) => ROLE_NAMES[role]).join(', '),
    [...new Set(officer.unitNames)].join('; '),
    officer.signInName,
    officer.password,
    pins?.people.find((person) => person.signInName === officer.signInName)?.pin ?? sealPins(officer, pins),
  ])
  return [
    '',
    'Cán bộ dùng thử (mọi người đều là giả định):',
    ...table(['Họ tên', 'Việc', 'Nơi làm việc', 'Tên đăng nhập', 'Mật khẩu', 'PIN ký số'], shown),
    ...telephoneLines(pins, settings),
    '',
    `Bước hai khi đăng nhập: mã 6 số. Khoá của ứng dụng mã nằm trong ${settings.dataFolder}/demo-people.json;`,
    'lấy mã ngay bằng lệnh: npx motcua code <tên đăng nhập>',
    '',
    'Người dân dùng thử:',
    ...table(
      ['Họ tên', 'Số định danh', 'Mật khẩu'],
      citizens.map((citizen) => [citizen.fullName, citizen.personalId, citizen.password]),
    ),
  ]
}

const APP_NAMES = { smartca: 'VNPT SmartCA', mysign: 'Viettel MySign' } as const

/** Who types the PIN on a telephone instead, and where that telephone is. */
function telephoneLines(pins: DemoPins | undefined, { remoteSigning }: Settings): string[] {
  const people = [...(pins?.people ?? []), ...(pins?.citizens ?? [])].filter(({ service }) => service !== null)
  if (people.length === 0) return []
  return [
    '',
    'Ký bằng điện thoại, mã PIN nhập trên điện thoại giả lập:',
    ...people.map(({ fullName, service, pin }) => `  ${fullName}: ${service ? APP_NAMES[service] : ''}, PIN ${pin}`),
    `  http://127.0.0.1:${remoteSigning.embeddedPort}/dien-thoai`,
  ]
}

/** A clerk signs with the seal of the agency, a desk certifies copies with its own. */
function sealPins(officer: DemoPeople['officers'][number], pins: DemoPins | undefined): string {
  if (!officer.roles.includes('clerk') && !officer.roles.includes('intake-officer')) return ''
  const seals = pins?.agencies.filter((agency) => officer.unitNames.includes(agency.unitName)) ?? []
  return [...new Set(seals.map((seal) => seal.pin))].join(', ')
}

function table(head: string[], rows: string[][]): string[] {
  const width = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)))
  return [head, ...rows].map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(width[column] ?? 0)).join('  ')}`.trimEnd(),
  )
}
