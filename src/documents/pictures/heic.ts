import { MOST_PIXELS } from '../file.ts'
import type { Raster } from './warp.ts'

/** Why a HEIC photo makes no picture. */
export class HeicFault extends Error {
  readonly why: 'broken' | 'too-large'

  constructor(why: 'broken' | 'too-large') {
    super(`HEIC photo: ${why}`)
    this.name = 'HeicFault'
    this.why = why
  }
}

const BRANDS = ['heic', 'heix', 'mif1']

/** By its head: a photo as telephones write it, whatever its name says. */
export function isHeic(content: Uint8Array): boolean {
  const head = Buffer.from(content.subarray(4, 12)).toString('latin1')
  return BRANDS.some((brand) => head === `ftyp${brand}`)
}

/**
 * The picture of a HEIC photo, upright as its camera says. The library is code of others that reads what may be made to harm
 * it: call this in a process with bounds only. It is loaded when the first such photo comes.
 */
export async function decodeHeic(content: Uint8Array): Promise<Raster> {
  const { default: libheif } = await import('libheif-js/wasm-bundle.js')
  const context = libheif.heif_context_alloc()
  try {
    // A file that cannot be read has no first picture.
    libheif.heif_context_read_from_memory(context, content)
    const handle = libheif.heif_js_context_get_primary_image_handle(context)
    if ('code' in handle) throw new HeicFault('broken')
    try {
      const size = libheif.heif_image_handle_get_width(handle) * libheif.heif_image_handle_get_height(handle)
      if (size > MOST_PIXELS) throw new HeicFault('too-large')
      const colours = libheif.heif_colorspace.heif_colorspace_RGB
      const order = libheif.heif_chroma.heif_chroma_interleaved_RGB
      const decoded = libheif.heif_js_decode_image2(handle, colours, order)
      if ('code' in decoded) throw new HeicFault('broken')
      try {
        const [plane] = decoded.channels
        if (!plane) throw new HeicFault('broken')
        return packed(plane)
      } finally {
        libheif.heif_image_release(decoded.image)
      }
    } finally {
      libheif.heif_image_handle_release(handle)
    }
  } finally {
    libheif.heif_context_free(context)
  }
}

/** Rows come with room behind them, in memory that the next photo will use. */
function packed({ width, height, stride, data }: Raster & { stride: number }): Raster {
  const rows = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1) rows.set(data.subarray(y * stride, y * stride + width * 3), y * width * 3)
  return { data: rows, width, height }
}
