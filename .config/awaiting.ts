/**
 * Test files that were not yet seen to pass under the new disclosure control: they were written for the old one, or their runs
 * did not end in time. `npm run test:awaiting` runs them. None may be added; the list goes when it is empty.
 */
export const AWAITING: readonly string[] = [
  'test/worlds.test.ts',
]
