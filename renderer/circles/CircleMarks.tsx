import { GoingOn } from '../meetings/GoingOn.tsx'
import { PracticeMark } from '../practice/PracticeMark.tsx'

/** What every page of a circle says first: that it is for practice, and that people sit together now. */
export function CircleMarks({ circle }: { readonly circle: string }) {
  return (
    <>
      <PracticeMark circle={circle} />
      <GoingOn circle={circle} />
    </>
  )
}
