/** People in the order of their names: that of their keys, in which the program keeps them, means nothing to anyone. */
export function byName(language: string): (a: { readonly name: string }, b: { readonly name: string }) => number {
  const { compare } = new Intl.Collator(language)
  return (a, b) => compare(a.name, b.name)
}
