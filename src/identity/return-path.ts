/** A path of this site to go on to after signing in; anything else becomes the fallback. */
export function safeReturn(path: unknown, fallback: string): string {
  if (typeof path !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(path) || path.includes('\\')) return fallback
  return path.startsWith('/dang-nhap') || path.startsWith('/dang-xuat') || path.startsWith('/can-bo/dang-nhap')
    ? fallback
    : path
}
