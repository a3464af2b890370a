import { defineJob } from '../../platform/jobs.ts'
import { textMessagesPort, type TextMessage } from './port.ts'

/** Sends a message to a telephone, after the transaction that asked for it. */
export const sendText = defineJob<TextMessage>('identity.send-text', {}, async (app, message) => {
  await app.ports.get(textMessagesPort).send(message)
})
