/** Whoever lets go further away than this has thought better of it. */
const STILL_PX = 10

type Held = { button: HTMLButtonElement; x: number; y: number }

/**
 * A press counts although the page moved under the pointer: leaving a box saves and checks it, and what is said then may push the
 * button away before it is let go. To the browser that is no click at all.
 */
export function startSteadyPress(): void {
  let held: Held | undefined
  document.addEventListener('pointerdown', ({ target, button: key, clientX: x, clientY: y }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('form button') : null
    held = button && key === 0 ? { button, x, y } : undefined
  })
  document.addEventListener('pointercancel', () => {
    held = undefined
  })
  document.addEventListener('pointerup', (event) => {
    const pressed = held
    held = undefined
    if (!pressed || event.composedPath().includes(pressed.button) || !pressed.button.isConnected) return
    if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) <= STILL_PX) pressed.button.click()
  })
}
