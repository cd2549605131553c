/** Enough of an id to tell it from others, and to be typed. */
export const short = (id: string): string => id.slice(0, 8)

/** A moment as the person's own clock would show it. */
export function when(at: number): string {
  const date = new Date(at)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** Lines under a heading; nothing at all where there are none. */
export const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`)]

export const orNothing = (lines: readonly string[], nothing: string): string =>
  lines.length === 0 ? nothing : lines.join('\n')

/** A person's name, or the beginning of their id where no name is known. */
export const naming =
  (names: Readonly<Record<string, string>>) =>
  (person: string | null): string =>
    person === null ? 'someone' : (names[person] ?? short(person))

const two = (value: number) => String(value).padStart(2, '0')

/** Who consented; of whom it was on somebody else's device, that says so. */
export function consentsLine({ consents, borrowed = [] }: Consents, name: (person: string) => string): string {
  const said = consents.map((person) => {
    const from = borrowed.find((one) => one.person === person)?.from
    return from === undefined ? name(person) : `${name(person)} (on the device of ${name(from)})`
  })
  return said.join(', ')
}

interface Consents {
  readonly consents: readonly string[]
  readonly borrowed?: readonly { readonly person: string; readonly from: string }[] | undefined
}
