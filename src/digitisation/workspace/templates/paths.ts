export const TEMPLATES_PATH = '/quan-tri/mau-boc-tach'
export const NEW_FIELD = 'them'

export const templatePath = (type: string): string => `${TEMPLATES_PATH}/${encodeURIComponent(type)}`
export const fieldPath = (type: string, name: string): string => `${templatePath(type)}/muc/${encodeURIComponent(name)}`
export const samplePicturePath = (sampleId: string): string => `${TEMPLATES_PATH}/mau-thu/${sampleId}/anh.jpg`
