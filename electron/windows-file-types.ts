import { FILE_TYPES } from './file-types.ts'

/** For this person of the computer alone: no rights are asked for. */
const CLASSES = String.raw`HKCU\Software\Classes`

/** What is to be asked of `reg.exe` so that `program` opens our files, or (`isThere` false) does so no more. */
export function windowsFileTypes(program: string, isThere: boolean): readonly (readonly string[])[] {
  return FILE_TYPES.flatMap(({ name, extension, mime }) => {
    const kind = `NextStepTogether.${extension}`
    const [ofKind, ofEnd] = [`${CLASSES}\\${kind}`, `${CLASSES}\\.${extension}`]
    // Another program may have been chosen for these files since: only what is ours is taken away.
    if (!isThere)
      return [
        ['delete', ofKind, '/f'],
        ['delete', `${ofEnd}\\OpenWithProgids`, '/v', kind, '/f'],
      ]
    const set = (key: string, value: string) => ['add', key, '/ve', '/d', value, '/f']
    return [
      set(ofKind, name),
      set(`${ofKind}\\DefaultIcon`, `${program},0`),
      set(`${ofKind}\\shell\\open\\command`, `"${program}" "%1"`),
      set(ofEnd, kind),
      ['add', ofEnd, '/v', 'Content Type', '/d', mime, '/f'],
      ['add', `${ofEnd}\\OpenWithProgids`, '/v', kind, '/d', '', '/f'],
    ]
  })
}
