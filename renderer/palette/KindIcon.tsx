import {
  ArrowRight,
  CalendarDays,
  Circle,
  FileCheck,
  FileText,
  IdCard,
  Languages,
  LifeBuoy,
  Lightbulb,
  Plus,
  UserRound,
  type LucideIcon,
} from 'lucide-react'
import type { Entry } from './entries.ts'

const ICONS: Readonly<Record<Entry['kind'], LucideIcon>> = {
  circle: Circle,
  proposal: FileText,
  agreement: FileCheck,
  person: UserRound,
  driver: Lightbulb,
  role: IdCard,
  helping: LifeBuoy,
  meeting: CalendarDays,
  place: ArrowRight,
  act: Plus,
  language: Languages,
}

/** What kind of thing a line is, for the eye; the words say it too. */
export function KindIcon({ kind }: { readonly kind: Entry['kind'] }) {
  const Icon = ICONS[kind]
  return <Icon aria-hidden className={kind === 'place' ? 'ui-flip' : undefined} />
}
