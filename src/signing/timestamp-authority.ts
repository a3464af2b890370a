import { definePort } from '../platform/ports.ts'

/** Dịch vụ cấp dấu thời gian (RFC 3161). */
export type TimestampAuthority = {
  name: string
  /**
   * A token over the SHA-256 digest, already checked to answer this query and to hold together.
   * @throws Refusal `signing.timestamp-unavailable` when there is no usable answer
   */
  stamp(digest: Uint8Array): Promise<Uint8Array>
}

export const timestampAuthorityPort = definePort<TimestampAuthority>('timestamp-authority')
