import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareZXingModule, readBarcodes, type ReadInputBarcodeFormat, type ReadResult } from 'zxing-wasm/reader'
import { PROJECT_ROOT } from './root.ts'

let isPrepared = false

/** The bar codes and QR codes on a picture. The reader lies on the disk: the library would fetch it from elsewhere. */
export function readBarCodes(picture: Uint8Array, formats: readonly ReadInputBarcodeFormat[]): Promise<ReadResult[]> {
  if (!isPrepared) {
    const bytes = readFileSync(join(PROJECT_ROOT, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'))
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(bytes).buffer } })
    isPrepared = true
  }
  // Printed codes are dark on light: looking for the other kind takes as long again.
  return readBarcodes(new Uint8Array(picture), { formats: [...formats], tryHarder: true, tryInvert: false })
}
