/** Where officers see and change their own certificate. */
export const OWN_KEY = '/chung-thu-so-cua-toi'
/** The same for a clerk and the seals they keep. */
export const OWN_SEALS = `${OWN_KEY}/con-dau`
