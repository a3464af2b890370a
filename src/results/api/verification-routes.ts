import { Refusal } from '../../platform/refusal.ts'
import { API_BASE, Problem } from '../../platform/web/api.ts'
import { apiQuery, ask, type Web } from '../../platform/web/web.ts'
import { ValidationReport } from '../../signing/index.ts'
import { fileToVerify } from '../file-to-verify.ts'
import { LARGEST_VERIFIED, verifyDocument } from '../verify-document.ts'

const tags = ['results']

/** Anybody checks a document, without signing in. */
export async function verificationRoutes(web: Web): Promise<void> {
  apiQuery(web, verifyDocument, {
    method: 'GET',
    tags,
    operationId: 'verifyDocumentByCode',
    path: '/verify/:code',
    summary: 'Look up a document by the code printed on it',
    input: (request) => ({ code: (request.params as { code: string }).code }),
  })
  await web.register(async (scope) => {
    scope.addContentTypeParser(
      'application/pdf',
      { parseAs: 'buffer', bodyLimit: LARGEST_VERIFIED + 1024 },
      (_, body, done) => done(null, body),
    )
    scope.route({
      method: 'POST',
      url: `${API_BASE}/verify`,
      bodyLimit: LARGEST_VERIFIED + 1024 * 1024,
      config: { multipart: true },
      schema: {
        operationId: 'verifyDocument',
        summary:
          'Check a document by its code, or by the file itself (JSON with `code`, PDF as the body, or a multipart file)',
        tags,
        security: [],
        consumes: ['application/json', 'application/pdf', 'multipart/form-data'],
        response: { 200: { type: 'object', additionalProperties: true }, '4xx': Problem },
      },
      validatorCompiler: () => () => true,
      serializerCompiler: () => (data) => JSON.stringify(data),
      handler: async (request, reply) =>
        reply.send(await ask(request, verifyDocument, await fileToVerify(request, reply))),
    })
    scope.route({
      method: 'POST',
      url: `${API_BASE}/verify/report`,
      bodyLimit: LARGEST_VERIFIED + 1024 * 1024,
      config: { multipart: true },
      schema: {
        operationId: 'getValidationReport',
        summary:
          'Validation report of a PDF in the structure of ETSI TS 119 102-2 (PDF as the body, or a multipart file)',
        tags,
        security: [],
        consumes: ['application/pdf', 'multipart/form-data'],
        response: { 200: ValidationReport, '4xx': Problem },
      },
      validatorCompiler: () => () => true,
      serializerCompiler: () => (data) => JSON.stringify(data),
      handler: async (request, reply) => {
        const { bytes } = await fileToVerify(request, reply)
        if (!bytes) throw new Refusal('results.nothing-to-verify')
        return reply.send((await ask(request, verifyDocument, { bytes })).file?.validationReport)
      },
    })
  })
}
