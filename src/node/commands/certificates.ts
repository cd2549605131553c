import { open } from 'node:fs/promises'
import type { NodePort } from '../../api/node-port.ts'
import { verifyCertificate, type Verdict } from '../../domain/certificates/verify.ts'
import { refuse } from '../../domain/refusal.ts'
import { hashText, verifyText } from '../../log/crypto.ts'
import { certificateOf } from '../certificate-of.ts'
import type { Desk } from '../desk.ts'
import { answering, must } from './answering.ts'

/** None is so large; what claims to be is no certificate. */
const LONGEST = 16 * 1024 * 1024
const TOOLS = { hash: hashText, verify: verifyText }

export function certificateCommands(desk: Desk): NodePort['certificate'] {
  return {
    export: answering(async ({ agreement }) => {
      const { session, it } = must(desk.agreement(agreement))
      return { certificate: (await certificateOf(session, it)) ?? must(refuse('not-in-force')) }
    }),
    verify: answering(async ({ certificate, file, circle }) => {
      const text = certificate ?? (file === undefined ? '' : await textOf(file))
      return shown(verifyCertificate(text, TOOLS, circle))
    }),
  }
}

/** As text to the byte: what is no text, or too long to be one, is checked as an empty one, and found not valid. */
async function textOf(file: string): Promise<string> {
  const bytes = Buffer.alloc(LONGEST + 1)
  try {
    const handle = await open(file)
    try {
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
      if (bytesRead > LONGEST) return ''
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, bytesRead))
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof TypeError) return ''
    return must(refuse('no-such-file', { file, why: (error as NodeJS.ErrnoException).code ?? String(error) }))
  }
}

/** The contract's lists are its own: nothing that the check holds leaves as it is. */
function shown(verdict: Verdict) {
  if (!verdict.valid) return verdict
  const { asked, consents, absent, gone, aside, ...rest } = verdict
  const how = ({ spoken, borrowedFrom }: (typeof consents)[number]) => ({
    ...(spoken !== undefined && { spoken: { ...spoken, witnesses: [...spoken.witnesses] } }),
    ...(borrowedFrom !== undefined && { borrowedFrom }),
  })
  return {
    ...rest,
    asked: [...asked],
    consents: consents.map((one) => ({ person: one.person, name: one.name, at: one.at, ...how(one) })),
    absent: [...absent],
    gone: [...gone],
    aside: [...aside],
  }
}
