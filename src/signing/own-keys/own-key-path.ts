/** Where officers see and change their own certificate. */
export const OWN_KEY = '/chung-thu-so-cua-toi'
