/** The little of libheif that is used here. */
declare module 'libheif-js/wasm-bundle.js' {
  type Pointer = object
  /** What a call answers instead of what was asked for. */
  type Failure = { code: object; message: string }
  type Plane = { width: number; height: number; stride: number; data: Uint8Array }
  const libheif: {
    heif_context_alloc(): Pointer
    heif_context_free(context: Pointer): void
    heif_context_read_from_memory(context: Pointer, content: Uint8Array): Failure
    heif_js_context_get_primary_image_handle(context: Pointer): Pointer | Failure
    heif_image_handle_get_width(handle: Pointer): number
    heif_image_handle_get_height(handle: Pointer): number
    heif_image_handle_release(handle: Pointer): void
    heif_js_decode_image2(
      handle: Pointer,
      colours: Pointer,
      order: Pointer,
    ): { image: Pointer; channels: Plane[] } | Failure
    heif_image_release(image: Pointer): void
    heif_colorspace: { heif_colorspace_RGB: Pointer }
    heif_chroma: { heif_chroma_interleaved_RGB: Pointer }
  }
  export default libheif
}
