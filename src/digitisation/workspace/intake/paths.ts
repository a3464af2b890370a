export const SCANS = '/so-hoa/quet'
export const scanPath = (scanId: string) => `${SCANS}/${scanId}`
export const pagePath = (pageId: string) => `${SCANS}/trang/${pageId}`
export const picturePath = (pageId: string, sha256: string) => `${pagePath(pageId)}/anh-${sha256.slice(0, 12)}.jpg`
