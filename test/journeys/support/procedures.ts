/** A real procedure with what a person says to find it and to ask for it. */
export type Case = {
  code: string
  /** Typed into the search box of the home page. */
  search: string
  /** The name on the page, as far as it goes without doubt. */
  name: RegExp
  request: string
  /** Who files, by personal number. */
  citizen: string
  citizenName: string
  bornOn: string
  /** Sign-in names of those who carry it through. */
  desk: string
  head: string
  headName: string
  specialist: string
  specialistName: string
  signatory: string
  signatoryName: string
  clerk: string
  agency: string
  agencyCode: string
  /** For an organisation. */
  organisation?: { name: string; businessCode: string; position: string }
}

const BAI_CHAY = {
  desk: 'anh.vn',
  head: 'chau.dm',
  headName: 'Đỗ Minh Châu',
  specialist: 'huy.pq',
  specialistName: 'Phạm Quang Huy',
  signatory: 'thinh.bd',
  signatoryName: 'Bùi Đức Thịnh',
  clerk: 'nga.ht',
  agency: 'Ủy ban nhân dân phường Bãi Cháy',
  agencyCode: 'H49.136',
} as const

const INDUSTRY_AND_TRADE = {
  desk: 'lan.dtm',
  head: 'tung.nh',
  headName: 'Nguyễn Hữu Tùng',
  specialist: 'thao.ltp',
  specialistName: 'Lê Thị Phương Thảo',
  signatory: 'viet.tq',
  signatoryName: 'Trần Quốc Việt',
  clerk: 'hien.pt',
  agency: 'Sở Công Thương',
  agencyCode: 'H49.11',
} as const

export const BIRTH: Case = {
  ...BAI_CHAY,
  code: '1.001193',
  search: 'đăng ký khai sinh',
  name: /đăng ký khai sinh/i,
  request: 'Đăng ký khai sinh cho con là Nguyễn Minh Khôi, sinh ngày 10/11/2026 tại Bệnh viện Bãi Cháy',
  citizen: '022188000512',
  citizenName: 'Nguyễn Thu Hạnh',
  bornOn: '1988-03-14',
}

export const CERTIFIED_COPY: Case = {
  ...BAI_CHAY,
  code: '2.000815',
  search: 'chứng thực bản sao',
  name: /chứng thực bản sao/i,
  request: 'Chứng thực bản sao bằng tốt nghiệp đại học, 2 bản',
  citizen: '022085000274',
  citizenName: 'Lê Văn Đông',
  bornOn: '1985-11-02',
}

export const HOUSEHOLD_BUSINESS: Case = {
  ...BAI_CHAY,
  code: '1.001612',
  search: 'thành lập hộ kinh doanh',
  name: /hộ kinh doanh/i,
  request: 'Đăng ký hộ kinh doanh quán cà phê tại Tổ 5, khu 2, vốn 200 triệu đồng',
  citizen: '022188000512',
  citizenName: 'Nguyễn Thu Hạnh',
  bornOn: '1988-03-14',
}

/** Twenty working days, decided by a department of the province. */
export const RETAIL_LICENCE: Case = {
  ...INDUSTRY_AND_TRADE,
  code: '2.000361',
  search: 'giấy phép lập cơ sở bán lẻ thứ nhất',
  name: /cơ sở bán lẻ/i,
  request: 'Cấp giấy phép lập cơ sở bán lẻ thứ nhất tại phường Hồng Gai',
  citizen: '022085000274',
  citizenName: 'Lê Văn Đông',
  bornOn: '1985-11-02',
  organisation: { name: 'Công ty TNHH Vịnh Xanh', businessCode: '5701987658', position: 'Giám đốc' },
}

/** At a commune whose chair confirms signatures on a telephone. */
export const COPY_AT_HOANH_MO: Case = {
  ...CERTIFIED_COPY,
  desk: 'thang.lv',
  head: 'hai.lv',
  headName: 'La Văn Hải',
  specialist: 'bich.tt',
  specialistName: 'Trần Thị Bích',
  signatory: 'quy.cv',
  signatoryName: 'Chìu Văn Quý',
  clerk: 'hoa.nt',
  agency: 'Ủy ban nhân dân xã Hoành Mô',
  agencyCode: 'H49.158',
  citizen: '022073000340',
  citizenName: 'Phùn Văn Sinh',
  bornOn: '1973-02-11',
}
