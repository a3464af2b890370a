/** Everything that waits for a person's own device, and one of it. */
export const CONFIRMATIONS = '/ky-so/cho'
export const confirmationPath = (id: string): string => `${CONFIRMATIONS}/${id}`
