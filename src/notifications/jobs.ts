import { mailForgottenOfficers, mailOfficer } from './officers/mail-officer.ts'
import { resendForgotten, sendMail } from './send-mail.ts'

export const notificationsJobs = [sendMail, resendForgotten, mailOfficer, mailForgottenOfficers]
