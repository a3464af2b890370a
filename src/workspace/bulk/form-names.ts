/** Names of the form's fields: ticked dossiers, the button pressed, the second press. */
export const CHOSEN = 'ho-so'
export const TASK = 'viec'
export const CONFIRMED = 'xac-nhan'
