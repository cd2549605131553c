import { useEffect, useState } from 'react'
import { Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { linkOverSocket, NodeProvider, type NodeLink } from './node/node-context.tsx'
import { connect, NotConnected as NoWay, type Closed } from './node/launch.ts'
import { isInShell, linkFromShell } from './node/shell-link.ts'
import { routes } from './routes.tsx'
import { Frame } from './shell/Frame.tsx'
import { Shell } from './shell/Shell.tsx'
import { NotConnected, NotFound } from './shell/states.tsx'
import { WordsProvider, type loadWords } from './words/words.tsx'

/** The window has one address of its own; its pages are after the hash. */
const HASH_ROUTES = { hook: useHashLocation }

export function App({ words }: { readonly words: Awaited<ReturnType<typeof loadWords>> }) {
  return (
    <WordsProvider first={words}>
      <Router {...HASH_ROUTES}>
        <Frame>
          <Connected />
        </Frame>
      </Router>
    </WordsProvider>
  )
}

function Connected() {
  const [link, setLink] = useState<NodeLink | Closed | null>(null)
  useEffect(() => {
    const linked = isInShell() ? linkFromShell() : connect(() => setLink('ended')).then(linkOverSocket)
    linked.then(setLink, (error: unknown) => setLink(error instanceof NoWay ? error.why : 'no-link'))
  }, [])
  if (link === null) return null
  if (typeof link === 'string') return <NotConnected why={link} />
  return (
    <NodeProvider link={link}>
      <Shell>
        <Switch>
          {routes.map(({ path, page: Page }) => (
            <Route key={path} path={path}>
              {(params: Record<string, string | undefined>) => (
                <Page id={params['id'] ?? ''} guest={params['guest']} driver={params['driver']} role={params['role']} />
              )}
            </Route>
          ))}
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Shell>
    </NodeProvider>
  )
}
