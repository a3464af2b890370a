/** Address of a dossier's page in the workspace. */
export function workPath(code: string, rest = ''): string {
  return `/lam/${encodeURIComponent(code)}${rest}`
}
