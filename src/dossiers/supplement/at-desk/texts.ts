/** How an answer taken at a desk explains what could not be brought; stored and read by officers and the person. */
export function explainedItem(no: number, what: string, reason: string): string {
  return `${no}. ${what}: ${reason}`
}
