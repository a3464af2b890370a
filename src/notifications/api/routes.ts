import { apiAction, apiQuery, type Web } from '../../platform/web/web.ts'
import { listNotifications, listTroubledLetters, markNotificationsRead } from '../inbox.ts'
import { listOfficerNotices, markOfficerNoticesRead } from '../officers/officer-inbox.ts'
import { resendLetter } from '../send-mail.ts'

export async function notificationsApiRoutes(web: Web): Promise<void> {
  const tags = ['notifications']
  apiQuery(web, listNotifications, {
    operationId: 'listNotifications',
    method: 'GET',
    path: '/notifications',
    summary: 'Messages of the signed-in citizen, newest first',
    tags,
  })
  apiAction(web, markNotificationsRead, {
    operationId: 'markNotificationsRead',
    method: 'POST',
    path: '/notifications/read',
    summary: 'Mark messages as read up to a moment',
    tags,
  })
  apiQuery(web, listOfficerNotices, {
    operationId: 'listOfficerNotices',
    method: 'GET',
    path: '/notifications/officer',
    summary: 'Notices of the signed-in officer, newest first',
    tags,
  })
  apiAction(web, markOfficerNoticesRead, {
    operationId: 'markOfficerNoticesRead',
    method: 'POST',
    path: '/notifications/officer/read',
    summary: 'Mark notices as read up to a moment',
    tags,
  })
  apiQuery(web, listTroubledLetters, {
    operationId: 'listTroubledLetters',
    method: 'GET',
    path: '/notifications/letters',
    summary: 'Letters that could not be sent',
    tags,
  })
  apiAction(web, resendLetter, {
    operationId: 'resendLetter',
    method: 'POST',
    path: '/notifications/letters/:deliveryId/resend',
    summary: 'Try a letter again',
    tags,
  })
}
