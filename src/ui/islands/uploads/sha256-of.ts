/**
 * By what a file chosen again is known to be the one half sent: its content, since telephones give the same photo another
 * date each time, and an edited file of the same name and length must not be joined to the old one. Nothing where the
 * browser cannot hash (an address without https): then it is sent from its beginning.
 */
export async function sha256Of(file: File): Promise<string | undefined> {
  try {
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  } catch {
    return undefined
  }
}
