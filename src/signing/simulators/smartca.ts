import { randomUUID } from 'node:crypto'
import type { SmartcaAccount } from '../signers/smartca/smartca.ts'
import { field, items, json, type Answer } from './answer.ts'
import type { PhoneOwner, PhoneRequest, Phones, Standing } from './phones.ts'

const STATUS_PATH = /^v1\/signatures\/sign\/([^/]+)\/status$/

/** VNPT SmartCA as its document tells it (sp769/v1); where that is silent, what its users report. */
export async function answerSmartca(
  phones: Phones,
  account: Omit<SmartcaAccount, 'url'>,
  path: string,
  body: unknown,
): Promise<Answer> {
  const [, asked] = STATUS_PATH.exec(path) ?? []
  if (asked !== undefined) return status(phones, decodeURIComponent(asked))
  if (field(body, 'sp_id') !== account.spId || field(body, 'sp_password') !== account.spPassword) {
    return said(401, 'SP_CREDENTIAL_INVALID')
  }
  const owner = phones.owner('smartca', field(body, 'user_id'))
  if (path === 'v1/credentials/get_certificate') return certificates(phones, owner, body)
  if (path !== 'v1/signatures/sign') return said(404, 'NOT_FOUND')
  if (!owner) return said(401, 'SP_CREDENTIAL_INVALID')
  if (phones.state('smartca') === 'revoked') return said(403, 'CREDENTIAL_STATUS_INVALID')
  if (phones.state('smartca') === 'exhausted') return said(200, 'SIGN_QUOTA_EXCEEDED')
  return sign(phones, owner, body)
}

async function certificates(phones: Phones, owner: PhoneOwner | undefined, body: unknown): Promise<Answer> {
  const [own, issuer] = owner ? await phones.certificates(owner) : []
  const transaction_id = field(body, 'transaction_id')
  const user_certificates = own
    ? [
        {
          service_type: 'SMARTCA',
          service_name: 'SMARTCA PERSONAL PRO',
          cert_id: randomUUID(),
          cert_status: 'Đang hoạt động',
          serial_number: own.x509.serialNumber.toLowerCase(),
          cert_subject: own.x509.subject.split('\n').join(','),
          cert_valid_from: own.notBefore.toISOString(),
          cert_valid_to: own.notAfter.toISOString(),
          cert_data: own.der.toString('base64'),
          chain_data: { ca_cert: issuer?.der.toString('base64') ?? null, root_cert: null },
          transaction_id,
        },
      ]
    : []
  return said(200, 'Success', { user_certificates })
}

function sign(phones: Phones, owner: PhoneOwner, body: unknown): Answer {
  const id = field(body, 'transaction_id')
  const title = field(body, 'transaction_desc')
  const documents = items(body, 'sign_files').map((one) => ({
    code: field(one, 'doc_id'),
    title,
    hash: Buffer.from(field(one, 'data_to_be_signed'), 'hex'),
  }))
  const isWhole = documents.every(({ code, hash }) => code !== '' && hash.length === 32)
  if (id === '' || documents.length === 0 || !isWhole) return said(400, 'BAD_REQUEST')
  phones.ask(owner, { id, title, documents })
  return said(200, 'sig_wait_for_user_confirm', { transaction_id: id, tran_code: randomUUID() })
}

const WORDS: Record<Standing, string> = {
  waiting: 'sig_wait_for_user_confirm',
  signing: 'sig_wait_for_user_confirm',
  signed: 'SUCCESS',
  declined: 'USER_REJECTED',
  expired: 'TRANSACTION_EXPIRED',
}

function status(phones: Phones, id: string): Answer {
  const request = phones.find('smartca', id)
  if (!request) return said(404, 'TRANSACTION_NOT_FOUND')
  const standing = phones.standing(request)
  return said(200, WORDS[standing], {
    transaction_id: id,
    ...(standing === 'signed' ? { signatures: signedFiles(request) } : {}),
  })
}

/** What the service tells of itself, without being asked. */
export function smartcaNotice(phones: Phones, spId: string, request: PhoneRequest): object {
  const standing = phones.standing(request)
  return {
    sp_id: spId,
    status_code: 200,
    message: WORDS[standing],
    transaction_id: request.id,
    signed_files: standing === 'signed' ? signedFiles(request) : [],
  }
}

const signedFiles = ({ documents, signatures }: PhoneRequest) =>
  documents.map(({ code }) => ({
    doc_id: code,
    signature_value: signatures.get(code)?.toString('base64') ?? null,
    timestamp_signature: null,
  }))

const said = (code: number, message: string, data: object | null = null): Answer =>
  json(code === 400 ? 400 : 200, { status_code: code, message, data })
