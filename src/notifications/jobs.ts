import { resendForgotten, sendMail } from './send-mail.ts'

export const notificationsJobs = [sendMail, resendForgotten]
