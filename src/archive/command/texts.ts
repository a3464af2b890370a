import type { FaultCode } from './check-bag.ts'

export const archiveCommandWords = {
  summary:
    'archive due, make, write, receipt, verify: giấy tờ nộp lưu trữ, gói BagIt, biên bản giao nhận, kiểm tra gói',
  unknownAccount: (name: string) => `Không có tài khoản cán bộ đang hoạt động tên "${name}".`,
  nothingDue: 'Chưa có giấy tờ nào đến hạn nộp lưu.',
  unit: (name: string, code: string, papers: number) => `${name} (${code}): ${papers} giấy tờ đến hạn nộp lưu`,
  due: (day: string, title: string, source: string) => `  ${day}  ${title}, hồ sơ ${source}`,
  held: (reason: string) => `, giữ lại: ${reason}`,
  whichUnit: (units: string) => `Bạn giữ hồ sơ của nhiều đơn vị. Thêm --unit với một trong các mã: ${units}.`,
  noUnit: (code: string) => `Không có giấy tờ đến hạn của đơn vị "${code}" trong phạm vi của bạn.`,
  noPackage: (code: string) => `Không có gói "${code}" trong phạm vi của bạn.`,
  severalPackages: (code: string) => `Nhiều đơn vị của bạn có gói "${code}". Thêm --unit.`,
  made: (code: string, papers: number, folder: string) => `${code}: ${papers} giấy tờ, ghi vào ${folder}`,
  written: (code: string, folder: string) => `${code}: ghi vào ${folder}`,
  madeButTaken: (code: string, folder: string) =>
    `Gói ${code} đã lập, nhưng ${folder} đã có sẵn nên không ghi đè. Ghi vào chỗ khác bằng "motcua archive write ${code}".`,
  left: (papers: number) => `Còn ${papers} giấy tờ đến hạn; mỗi gói nhiều nhất 100 giấy tờ, chạy lại để lập gói tiếp.`,
  taken: (folder: string) => `${folder} đã có sẵn nên không ghi đè.`,
  received: (code: string, number: string) => `${code}: đã ghi biên bản giao nhận số ${number}.`,
  noBag: (path: string) => `${path}: không có thư mục hay tệp ZIP nào đọc được.`,
  whole: (code: string, papers: number, files: number) => `${code}: nguyên vẹn, ${papers} giấy tờ, ${files} tệp.`,
  faulty: (code: string, faults: number) => `${code}: ${faults} chỗ sai.`,
  noCode: 'Gói không có mã',
  faults: {
    missing: 'thiếu tệp này',
    changed: 'nội dung khác mã băm trong danh sách: tệp đã bị sửa hoặc hỏng',
    unlisted: 'tệp không có trong danh sách mã băm của gói',
    'unreadable-manifest': 'danh sách mã băm có dòng không đọc được',
    'other-size': 'số byte và số tệp ghi là {told}, có thật là {found}',
    'no-description': 'thông tin mô tả thiếu: {elements}',
    'no-document': 'giấy tờ không có tệp nào',
    'not-a-pdf': 'không phải tệp PDF nguyên vẹn',
    'no-signature-report': 'thiếu kết quả kiểm tra chữ ký số',
    'reports-other-file': 'kết quả kiểm tra chữ ký số là của tệp khác',
    'not-in-list': 'danh sách giấy tờ không có thư mục {folder}',
  } satisfies Record<FaultCode, string>,
}
