export const vaultRefusalsEn = {
  'documents.vault-expired':
    '{title} in your documents expired after {validUntil}. Choose another document or send one that is still valid.',
  'documents.vault-not-yet':
    '{title} in your documents is valid only from {validFrom}. Choose another document or send one that is valid now.',
  'documents.vault-replaced':
    '{title} in your documents has been replaced. Open this page again to choose the new version.',
  'documents.vault-revoked': '{title} in your documents has been revoked and cannot be used. Send another document.',
  'documents.vault-other-paper':
    '{title} is not certainly the document that is needed: {wanted}. Choose another document or send a file.',
  'documents.share-over':
    'This link cannot be opened: it has expired, was opened as often as allowed, or was taken back. Ask for a new link.',
  'documents.dispute-open':
    'You have already said that this document is wrong. Wait for the answer, then write again if you need to.',
  'documents.dispute-answered': 'Someone else has already answered this.',
  'documents.copy-closed':
    'The office closed its copy after the document went to the archive. Ask {archive} for it, receipt number {receipt}.',
  'documents.duplicate-decided': 'Someone else has already decided this.',
  'documents.duplicate-ended':
    'One of the two documents is no longer in force, so they cannot be joined. Choose that they are two documents.',
  'documents.days-reversed': 'The first day ({from}) is after the last day ({to}). Choose both days again.',
}

export const statusWordsEn = {
  'in-force': 'Can be used',
  'not-yet': 'Not valid yet',
  expired: 'Expired',
  replaced: 'Replaced',
  revoked: 'Revoked',
}

export const proofWordsEn = {
  'issued-here': 'Issued and digitally signed by a public authority, checked',
  'certified-copy': 'Certified copy, scanned at the counter',
  compared: 'An officer compared it with the original at the counter',
  seen: 'Sent in or copied; an officer looked at it but did not compare it with the original',
}
