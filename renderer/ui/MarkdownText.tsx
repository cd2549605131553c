import { createElement } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'

const DEEPEST = 6

/** Loaded when the first text is shown. The whole subtree is escaped text; nothing in it can load or lead anywhere. */
export function MarkdownText({ text, headingLevel }: { readonly text: string; readonly headingLevel: number }) {
  return (
    <ReactMarkdown skipHtml components={componentsAt(headingLevel)}>
      {text}
    </ReactMarkdown>
  )
}

function componentsAt(top: number): Components {
  const heading = (level: number) => {
    const tag = `h${Math.min(DEEPEST, top + level - 1)}`
    return ({ children }: { children?: unknown }) => createElement(tag, null, children as string)
  }
  return {
    h1: heading(1),
    h2: heading(2),
    h3: heading(3),
    h4: heading(4),
    h5: heading(5),
    h6: heading(6),
    // By its own first letters, so that the mark of a point stands where its words begin.
    li: ({ children }) => <li dir="auto">{children}</li>,
    a: ({ children, href }) => <Address words={children} address={href ?? ''} />,
    img: ({ alt, src }) => <Address words={alt ?? ''} address={typeof src === 'string' ? src : ''} />,
  }
}

/** A link would leave the program, and a picture would tell a stranger who reads this: the address is shown instead. */
function Address({ words, address }: { readonly words: React.ReactNode; readonly address: string }) {
  if (address === '' || words === address) return <span>{words}</span>
  return (
    <span>
      {words} <code dir="ltr">({address})</code>
    </span>
  )
}
