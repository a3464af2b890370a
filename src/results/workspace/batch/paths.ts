export const BATCHES = '/quyet-dinh-chung'
export const GATHER = `${BATCHES}/gom`

export const batchPath = (no: number, more = '') => `${BATCHES}/${no}${more}`
