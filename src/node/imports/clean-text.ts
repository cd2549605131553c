/** As it will be signed: whole characters, NFC, without marks that are no text. */
export function clean(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, '')
    .normalize('NFC')
    .trim()
}

/** At most so many bytes, and no character cut. */
export function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  return `${new TextDecoder().decode(Buffer.from(text).subarray(0, bytes)).replace(/\ufffd+$/u, '')} …`
}
