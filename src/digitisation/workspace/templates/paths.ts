export const TEMPLATES_PATH = '/quan-tri/mau-boc-tach'
/** How kinds of papers are told apart. */
export const KINDS_PATH = '/quan-tri/nhan-loai-giay'
export const NEW_FIELD = 'them'

export const templatePath = (type: string): string => `${TEMPLATES_PATH}/${encodeURIComponent(type)}`
export const fieldPath = (type: string, name: string): string => `${templatePath(type)}/muc/${encodeURIComponent(name)}`
export const samplePicturePath = (sampleId: string): string => `${TEMPLATES_PATH}/mau-thu/${sampleId}/anh.jpg`
export const slipsPath = (type: string, name: string, months: number): string =>
  `${fieldPath(type, name)}/vi-du?thang=${months}`
