import { Type } from 'typebox'
import { API_BASE } from '../../platform/web/api.ts'
import { apiQuery, ask, type Web } from '../../platform/web/web.ts'
import { fileDownload } from '../file-download.ts'
import { ownFile } from '../own-file.ts'
import { receiveFilePart } from '../receive-file-part.ts'

const Receipt = Type.Object({
  id: Type.String({ format: 'uuid' }),
  receiptCode: Type.String(),
  sha256: Type.String(),
  size: Type.Integer({ description: 'Bytes' }),
  mediaType: Type.String(),
  name: Type.String(),
  pages: Type.Union([Type.Integer(), Type.Null()]),
  origin: Type.String(),
  uploadedBy: Type.String(),
  uploadedAt: Type.String({ format: 'date-time' }),
  scanVerdict: Type.String(),
})

export async function documentsApiRoutes(web: Web): Promise<void> {
  web.route({
    method: 'POST',
    url: `${API_BASE}/files`,
    config: { multipart: true },
    schema: {
      operationId: 'uploadFile',
      summary: 'Upload one file (PDF, JPEG, PNG, HEIC, DOCX) and get its receipt',
      tags: ['documents'],
      security: [{ token: [] }],
      consumes: ['multipart/form-data'],
      body: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
      response: { 201: Receipt },
    },
    validatorCompiler: () => () => true,
    serializerCompiler: () => (data) => JSON.stringify(data),
    handler: async (request, reply) => reply.code(201).send(await receiveFilePart(request, reply)),
  })
  apiQuery(web, ownFile, {
    operationId: 'getFile',
    method: 'GET',
    path: '/files/:id',
    summary: 'Receipt of a file you uploaded',
    tags: ['documents'],
    response: Receipt,
  })
  web.get<{ Params: { id: string } }>(
    `${API_BASE}/files/:id/content`,
    {
      schema: {
        operationId: 'downloadFile',
        summary: 'Content of a file you uploaded',
        tags: ['documents'],
        security: [{ token: [] }],
      },
    },
    async (request, reply) => fileDownload(reply, web.app, await ask(request, ownFile, { id: request.params.id })),
  )
}
