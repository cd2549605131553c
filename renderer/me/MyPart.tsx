import type { ReactNode } from 'react'

type MyPartProps = { readonly id: string; readonly title: string; readonly children: ReactNode }

/** One matter of the page about oneself. */
export function MyPart({ id, title, children }: MyPartProps) {
  return (
    <section className="me-part" aria-labelledby={`me-${id}`}>
      <h2 id={`me-${id}`}>{title}</h2>
      <div className="me-matter">{children}</div>
    </section>
  )
}
