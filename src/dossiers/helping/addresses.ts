/** Giúp người dân: the helpers' page, and one help. */
export const HELPING = '/giup-nguoi-dan'

export function helpAddress(helpId: string): string {
  return `${HELPING}/${helpId}`
}
