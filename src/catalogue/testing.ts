import type { SourceProcedure } from './source-procedure.ts'

/** A plain procedure of the source for tests: birth registration at a commune, one case, one paper. */
export function aSourceProcedure(changes: Partial<SourceProcedure> = {}): SourceProcedure {
  return {
    code: '1.001193',
    name: 'Thủ tục đăng ký khai sinh',
    life_event: 'co-con-nho',
    levels: ['xa'],
    fields: [{ code: 'G15-TP07', name: 'Hộ tịch' }],
    issuer: { code: 'G15', name: 'Bộ Tư pháp' },
    decision: { no: '163/QĐ-BTP', date: '2026-01-16' },
    subjects: ['Công dân Việt Nam'],
    executing: ['Ủy ban nhân dân cấp xã'],
    methods: [{ channel: 'DIRECT', time: 1, unit: 'WORKING_DAY', fees: [{ type: 'SERVICE_FEE', value: 0 }], text: '' }],
    cases: [{ code: '1.001193.01', name: 'Thủ tục đăng ký khai sinh', time: 1, unit: 'WORKING_DAY' }],
    component_groups: [{ name: '', items: [{ code: 'KQ1', name: 'Giấy chứng sinh', orig: 1, copy: 0 }] }],
    steps: [{ name: '', text: 'Người yêu cầu nộp hồ sơ.' }],
    legal: ['60/2014/QH13'],
    results: [{ code: 'KQ.G15.000001', name: 'Giấy khai sinh' }],
    updated: '2026-04-01',
    ...changes,
  }
}
