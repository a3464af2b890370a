/** May be called again for buttons that came later. */
export function startPrint(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print][hidden]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}
