/** The five words, large and in one order everywhere: they are English words in every language. */
export function CodeWords({ code }: { readonly code: string }) {
  return (
    <p className="joining-code" lang="en" dir="ltr">
      {code.split(' ').map((word, index) => (
        <span key={`${index} ${word}`}>{word} </span>
      ))}
    </p>
  )
}
