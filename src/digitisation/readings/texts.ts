/** As cards print it. */
export const nationalityWords = { VNM: 'Việt Nam' } as const
export const sexWords = { male: 'Nam', female: 'Nữ' } as const

/** On record wherever the register is asked. */
export const hintTexts = { purpose: 'Đối chiếu giấy tờ quét của hồ sơ {code}' } as const
