/** Of archival files: for authorities. */
export const archiveTexts = {
  title: (scan: string, no: number) => `${scan.replace(/\.(pdf|jpe?g|png|heic)$/i, '')}, giấy tờ ${no}`,
}
