export const formCommandTexts = {
  summary: 'Xuất, nhập biểu mẫu điện tử bằng tệp.',
  help: `motcua form export MÃ [--version SỐ] [--out TỆP]
  Xuất biểu mẫu đang có hiệu lực, hoặc một bản đã công bố.
motcua form import TỆP [--code MÃ] [--version SỐ] [--from NGÀY]
  Công bố biểu mẫu trong tệp của Một Cửa hoặc form.io; nêu từng điều không đưa vào được. Tệp form.io cần --code.`,
  published: (code: string, version: number, from: string) =>
    `Đã công bố biểu mẫu ${code}, bản ${version}, từ ${from}.`,
  noFile: (path: string) => `Không có tệp ${path}.`,
  lost: (component: string, what: string) => `Chưa đưa vào: ${component}: ${what}`,
} as const
