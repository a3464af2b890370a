const MISSING: Record<string, string> = {
  'signing.timestamp-unavailable': 'dấu thời gian',
  'signing.revocation-unavailable': 'trả lời về chứng thư số',
  'signing.awaits-another': 'văn bản chính được phát hành',
}

/** What a signature waits for, inside a sentence. */
export const missingWords = (code: string): string => MISSING[code] ?? 'dịch vụ xác thực'
