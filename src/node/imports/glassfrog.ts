import { z } from 'zod'
import { htmlOrText } from './html-text.ts'
import { damaged, fieldIn } from './import-fault.ts'
import { partsOf, titleOf, type Reading, type Thing } from './thing.ts'

const Key = z.union([z.int(), z.string()])
const text = z.string().nullish()
const keys = z.array(Key).nullish()
const Described = z.object({ id: Key, description: text })
const Named = z.object({ id: Key, name: text })

/** Of version 3 of its interface; what we do not know of is left aside, e-mail addresses too. */
const Circle = z.object({ id: Key, name: z.string(), strategy: text })
const Role = z.object({
  id: Key,
  name: z.string(),
  purpose: text,
  links: z
    .object({
      circle: Key.nullish(),
      supporting_circle: Key.nullish(),
      domains: keys,
      accountabilities: keys,
      people: keys,
    })
    .nullish(),
})
const Policy = z.object({
  id: Key,
  title: z.string(),
  body: text,
  links: z.object({ circle: Key.nullish() }).nullish(),
})
const SHAPES = {
  circles: Circle,
  roles: Role,
  policies: Policy,
  people: Named,
  domains: Described,
  accountabilities: Described,
}
type Shapes = typeof SHAPES
type Lists = { readonly [K in keyof Shapes]: ReadonlyMap<string | number, z.infer<Shapes[K]>> }

/** Whether a JSON document looks like what GlassFrog answers. */
export function isGlassFrog(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && (Array.isArray(value['roles']) || Array.isArray(value['circles']))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function readGlassFrog(value: Record<string, unknown>): Reading {
  const linked = isRecord(value['linked']) ? value['linked'] : {}
  const list = <K extends keyof Shapes>(name: K) =>
    new Map([...listIn(linked[name], name), ...listIn(value[name], name)].map((one) => [one.id, one]))
  const lists: Lists = {
    circles: list('circles'),
    roles: list('roles'),
    policies: list('policies'),
    people: list('people'),
    domains: list('domains'),
    accountabilities: list('accountabilities'),
  }
  const roles = [...lists.roles.values()]
  // A circle is a role of the circle around it: there it has its purpose.
  const asRoles = new Map(roles.map((role) => [role.links?.supporting_circle ?? null, role]))
  const things = [
    ...[...lists.circles.values()].flatMap((one) => circleThing(one, asRoles.get(one.id), lists) ?? []),
    ...roles
      .filter(({ links }) => (links?.supporting_circle ?? null) === null)
      .flatMap((one) => roleThing(one, lists) ?? []),
    ...[...lists.policies.values()].flatMap((one) => policyThing(one, lists) ?? []),
  ]
  const people = [...lists.people.values()].flatMap(({ name }) => titleOf(name ?? '') ?? [])
  return { source: 'glassfrog', name: null, things, people, leftOut: {} }
}

function listIn<K extends keyof Shapes>(value: unknown, list: K): z.infer<Shapes[K]>[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw damaged('record', 1, list)
  return value.map((one, at) => {
    const read = SHAPES[list].safeParse(one)
    if (!read.success) throw damaged('record', 1, fieldIn(`${list} ${at + 1}`, read.error.issues[0]?.path))
    return read.data as z.infer<Shapes[K]>
  })
}

type One<K extends keyof Shapes> = z.infer<Shapes[K]>

function circleThing(
  { id, name, strategy }: One<'circles'>,
  role: One<'roles'> | undefined,
  lists: Lists,
): Thing | undefined {
  const title = titleOf(name)
  if (title === undefined) return undefined
  const parts = [
    ...(role === undefined ? [] : roleParts(role, lists)),
    { label: 'description' as const, text: htmlOrText(strategy) },
  ]
  return { key: `circle ${id}`, kind: 'circle', title, at: null, parts: partsOf(parts) }
}

function roleThing(role: One<'roles'>, lists: Lists): Thing | undefined {
  const title = titleOf(role.name)
  if (title === undefined) return undefined
  return { key: `role ${role.id}`, kind: 'role', title, at: null, parts: partsOf(roleParts(role, lists)) }
}

function roleParts({ purpose, links }: One<'roles'>, lists: Lists) {
  const described = (list: 'domains' | 'accountabilities') =>
    (links?.[list] ?? []).flatMap((id) => htmlOrText(lists[list].get(id)?.description))
  const people = (links?.people ?? []).flatMap((id) => titleOf(lists.people.get(id)?.name ?? '') ?? [])
  return [
    { label: 'circle' as const, text: lists.circles.get(links?.circle ?? '')?.name ?? '' },
    { label: 'aim' as const, text: htmlOrText(purpose) },
    { label: 'domain' as const, text: described('domains') },
    { label: 'accountabilities' as const, text: described('accountabilities') },
    { label: 'heldBy' as const, text: people },
  ]
}

function policyThing({ id, title, body, links }: One<'policies'>, lists: Lists): Thing | undefined {
  const line = titleOf(title)
  if (line === undefined) return undefined
  const circle = lists.circles.get(links?.circle ?? '')?.name ?? ''
  const parts = partsOf([
    { label: 'circle', text: circle },
    { label: 'description', text: htmlOrText(body) },
  ])
  return { key: `policy ${id}`, kind: 'policy', title: line, at: null, parts }
}
