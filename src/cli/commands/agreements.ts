import { resolve } from 'node:path'
import type { Desk, Nst } from '../desk.ts'
import type { Output } from '../output.ts'
import { Refused } from '../stopping.ts'
import { tellAgreement, tellAgreements } from '../tell/agreement.ts'
import { short } from '../tell/lines.ts'
import { tellVerdict } from '../tell/verdict.ts'
import { addAgreementLife } from './agreement-life.ts'
import { readExactly } from '../text-file.ts'
import { writeWhole } from '../write-whole.ts'
import type { World } from '../world.ts'

/** More than any certificate that the program writes. */
const LONGEST_CERTIFICATE = 16 * 1024 * 1024

/** agreement, certificate. */
export function addAgreementCommands(nst: Nst): void {
  addAgreement(nst)
  addCertificate(nst)
}

function addAgreement(nst: Nst): void {
  const { program, does } = nst
  const agreement = program.command('agreement').description('What the circle has agreed on').helpGroup('Agreements:')
  agreement
    .command('list <CIRCLE>')
    .description('All agreements of a circle')
    .action(
      does(async ({ client }, _options: object, circle: string) => client.agreement.list({ circle }), tellAgreements),
    )
  agreement
    .command('show <AGREEMENT>')
    .description('Its words, and how it came about; the circle learns that you have seen it')
    .action(
      does(
        async ({ client }, _options: object, ref: string) => client.agreement.show({ agreement: ref }),
        tellAgreement,
      ),
    )
  agreement
    .command('object <AGREEMENT>')
    .description('Say that it does harm: it holds for now, and goes to the next meeting')
    .requiredOption('--reason <TEXT>', 'what goes wrong, and for whom')
    .action(
      does(
        async ({ client, asOf }, { reason }: { reason: string }, ref: string) =>
          client.agreement.object({ agreement: ref, reason, ...asOf }),
        ({ item }) =>
          `It is on the list for the next meeting (${short(item)}). Whoever looks after the agreement brings words that take care of it: nst agreement change`,
      ),
    )
  addAgreementLife(agreement, nst)
}

function addCertificate({ program, world, does, alone }: Nst): void {
  const certificate = program
    .command('certificate')
    .description('Proof of an agreement, that anyone can check anywhere')
    .helpGroup('Agreements:')
  certificate
    .command('export <AGREEMENT>')
    .description('Write the proof of an agreement into a file')
    .requiredOption('--out <FILE>', 'where to')
    .action(
      does(
        async (desk, { out }: { out: string }, agreement: string) => exportTo(desk, agreement, resolve(world.cwd, out)),
        ({ file }) => `The certificate is in ${file}`,
      ),
    )
  certificate
    .command('verify <FILE>')
    .description('Check such a file; no profile is needed')
    .option('--circle <ID>', 'the circle it must come from')
    .action(alone(async (out, _dir, { circle }: { circle?: string }, file: string) => verify(world, out, file, circle)))
}

async function exportTo({ client, asOf }: Desk, agreement: string, file: string) {
  const { certificate, meanwhile } = await client.certificate.export({ agreement, ...asOf })
  writeWhole(file, certificate)
  return { file, meanwhile }
}

async function verify(world: World, out: Output, file: string, circle: string | undefined): Promise<number> {
  const text = await readExactly(world, file, LONGEST_CERTIFICATE).catch(unlessNotText)
  // What is no text at all is checked as an empty one: the verdict is the same.
  const verdict = world.verifyCertificate(text ?? '', circle)
  out.result(verdict, tellVerdict(verdict))
  return verdict.valid ? 0 : 3
}

/** A changed byte can make a certificate no text at all, and none is so large: then it is not valid, and no wrong file. */
function unlessNotText(error: unknown): undefined {
  if (error instanceof Refused && ['malformed', 'too-big'].includes(error.refusal.code)) return undefined
  throw error
}
