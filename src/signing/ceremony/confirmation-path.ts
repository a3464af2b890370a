/** Everything that waits for a person's own device, and one of it. */
export const CONFIRMATIONS = '/ky-so/cho'
export const confirmationPath = (id: string): string => `${CONFIRMATIONS}/${id}`

/** The same on the citizens' site. */
export const CITIZEN_CONFIRMATIONS = '/xac-nhan-ky'
export const citizenConfirmationPath = (id: string): string => `${CITIZEN_CONFIRMATIONS}/${id}`
