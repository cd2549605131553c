import type { ReactNode } from 'react'
import type { Samples } from './samples.ts'

export type PartProps = { readonly s: Samples }

/** One piece in all its states, under its name. */
export function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="gallery-part" aria-labelledby={`part-${name}`}>
      <h2 id={`part-${name}`} lang="en" dir="ltr">
        {name}
      </h2>
      {children}
    </section>
  )
}
