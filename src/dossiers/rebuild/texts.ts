/** What `motcua journal rebuild` says. */
export const rebuildTexts = {
  differs: 'Hồ sơ {code}: {place} lưu {stored}, theo nhật ký là {journal}.',
  untold: 'Hồ sơ {code}: nhật ký không ghi hồ sơ bắt đầu với những gì, không dựng lại được.',
  gone: 'Hồ sơ {code}: có trong nhật ký mà không còn trong sổ.',
  none: 'Không có hồ sơ nào mang mã {code}.',
  all: 'Nhật ký dựng lại đúng trạng thái đang lưu của cả {count} hồ sơ.',
  some: 'Nhật ký dựng lại đúng {same} trong {count} hồ sơ. {wrong} hồ sơ không khớp, nêu ở trên.',
  nothing: 'không có gì',
}
