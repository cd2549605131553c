const LONGEST = 60

/** What a file may be called anywhere: no part of it is a folder, a hidden file or a device. */
export function fileName(circle: string, form: string): string {
  const plain = circle
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
  const short = [...plain].slice(0, LONGEST).join('')
  return short === '' ? form : `${short}-${form}`
}
