import { definePort } from '../../platform/ports.ts'

export type TextMessage = { to: string; text: string }

/** tin nhắn: a way to a person's telephone. */
export type TextMessages = {
  name: string
  /** False where nothing leads to telephones: whoever needs it says so before they promise a message. */
  canSend: boolean
  send(message: TextMessage): Promise<void>
}

export const textMessagesPort = definePort<TextMessages>('text-messages')

/** No gateway is connected. */
export const noTextMessages: TextMessages = {
  name: 'none',
  canSend: false,
  send: () => Promise.reject(new Error('no gateway for text messages is connected')),
}
