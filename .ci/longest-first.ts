import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes long alone on a quiet machine: begun last, it would leave the other processor with nothing to do. */
const LONG = [
  'window/a11y',
  'lan/doctor',
  'domain/histories',
  'window/first-agreement',
  'window/on-the-way',
  'window/practice',
  'window/interrupted',
  'journeys/killed',
  'journeys/hostile',
  'lan/finding',
  'journeys/stick',
  'window/devices',
  'node/practice',
  'node/keepers',
  'journeys/internet',
  'journeys/rough-ways',
  'network/internet',
  'log/hostile-histories',
  'journeys/live-histories',
  'window/',
  'journeys/',
  'lan/',
  'log/',
  'cli/',
]

/** The order of a run: also where nothing is known of an earlier one. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) => {
      // A process ends where the next file is to have one of its own: those come when the others are through.
      if (project.config.isolate) return LONG.length + 1
      const index = LONG.findIndex((part) => moduleId.includes(`/test/${part}`))
      return index === -1 ? LONG.length : index
    }
    return [...files].toSorted((a, b) => place(a) - place(b))
  }
}
