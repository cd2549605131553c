import { useState } from 'react'
import { useLive } from '../node/use-live.ts'
import { Asked } from '../shell/Asked.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/words.tsx'
import type { Structure } from './circle-packing.ts'
import { StructureList } from './StructureList.tsx'
import { StructureMap } from './StructureMap.tsx'
import './links.css'
import './structure.css'

/** All circles that this person can see from their own, as a map and as a list: there is no view of everything. */
export function StructurePage() {
  const { t } = useWords()
  const live = useLive('structure', 'show', {})
  return (
    <Page title={t('links.structure')} lead={t('links.structure.lead')} width="wide">
      <Asked live={live}>
        {(structure) =>
          structure.circles.length === 0 ? <p>{t('links.structure.none')}</p> : <Shown structure={structure} />
        }
      </Asked>
    </Page>
  )
}

/** What is chosen in one of the two is shown in the other. */
function Shown({ structure }: { readonly structure: Structure }) {
  const [chosen, setChosen] = useState<{ readonly circle: string; readonly isFromMap: boolean } | null>(null)
  return (
    <div className="structure">
      <StructureMap
        structure={structure}
        chosen={chosen?.circle ?? null}
        onChoose={(circle) => setChosen({ circle, isFromMap: true })}
      />
      <StructureList
        structure={structure}
        chosen={chosen}
        onChoose={(circle) => setChosen({ circle, isFromMap: false })}
      />
    </div>
  )
}
