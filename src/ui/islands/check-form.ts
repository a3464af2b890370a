/** A form with checks of its own brings its script when the page stands: nobody waits for it, and the server checks anyway. */
export function startFormCheck(): void {
  const address = document.querySelector<HTMLFormElement>('form[data-check]')?.dataset.check
  if (address !== undefined) void import(address).catch(() => undefined)
}
