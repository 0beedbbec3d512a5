import { describe, expect, it } from 'vitest'
import { LABEL_MACROS } from '../../pipeline/2-clean/labels.ts'
import { doNotPublishSql } from '../../pipeline/2-clean/open-text/columns.ts'
import { literal } from '../../pipeline/engine/index.ts'
import { isConsent, mayPublishLabels } from '../../pipeline/personal-facts/index.ts'
import { testEngine } from '../support/engine.ts'

const YES_NO = ['Yes', 'No']

/** Heading, answers, and those after which a response may be published; none where yes keeps it back. */
const CONSENTS: readonly (readonly [string, readonly string[], readonly string[] | undefined])[] = [
  ['Consent', ['Yes, you may publish it', 'No, keep it confidential'], ['Yes, you may publish it']],
  ['May we publish your response?', YES_NO, ['Yes']],
  ['Are you happy for your response to be published', YES_NO, ['Yes']],
  ['Can we publish your answers?', YES_NO, ['Yes']],
  ['Publish response', YES_NO, ['Yes']],
  ['Consent to publish', YES_NO, ['Yes']],
  ['Do you give permission for your comments to be published?', YES_NO, ['Yes']],
  ['I am happy for my response to be made public', ['Agree', 'Disagree'], ['Agree']],
  ['May your response be quoted?', ['No'], ['Yes']],
  ['keep my response confidential', YES_NO, undefined],
  ['Confidential?', YES_NO, undefined],
  ['Would you like your response to be confidential?', YES_NO, undefined],
  ['Should we keep your response confidential?', YES_NO, undefined],
  ['Please tick if you do not want your response to be published', ['Ticked'], undefined],
  ['I do not want my response to be published', ['TRUE', 'FALSE'], undefined],
  ['Response publication', ['Published', 'Not published'], ['Published']],
  ['Response publication', ['Public', 'Confidential'], ['Public']],
  [
    'Confidentiality',
    ['My response may be published', 'My response is confidential'],
    ['My response may be published'],
  ],
  [
    'Publishing your response',
    ['You may publish my response', 'You may not publish my response'],
    ['You may publish my response'],
  ],
  [
    'Q14',
    ['Publish with my name', 'Publish without my name', 'Do not publish my response'],
    ['Publish with my name', 'Publish without my name'],
  ],
  ['How should we treat your response?', ['Publish it', 'Keep it confidential'], ['Publish it']],
  ['Caniatâd', ['Cyhoeddi fy ymateb', 'Peidiwch â chyhoeddi fy ymateb'], ['Cyhoeddi fy ymateb']],
]

describe('a column that says whether a response may be published', () => {
  it.each(CONSENTS)('%s %j', (text, labels, lets) => {
    expect(isConsent({ text, labels })).toBe(true)
    expect(mayPublishLabels(text, labels)).toEqual(lets)
  })

  it.each<[string, readonly string[]]>([
    ['Should the council publish its accounts?', YES_NO],
    ['Have you read the published plan?', YES_NO],
    ['Do you agree that responses to planning applications should be published?', ['Agree', 'Disagree']],
    ['May we contact you by e-mail?', YES_NO],
    ['Should public transport be free?', YES_NO],
    ['How do you share your views with the council?', ['E-mail', 'Telephone']],
    ['Do you feel your information is kept confidential by the service?', YES_NO],
    ['Which kind of provider?', ['Private', 'Public']],
    ['Do you think public bodies listen to your views?', YES_NO],
    ['How confident are you that your views will be listened to?', ['Very', 'Not at all']],
  ])('is not %s', (text, labels) => {
    expect(isConsent({ text, labels })).toBe(false)
  })
})

describe('what keeps a response back', () => {
  /** Whether cells keep their response back, in their order. */
  async function kept(cells: readonly (string | null)[], mayPublish?: readonly string[]) {
    const { engine } = await testEngine()
    try {
      for (const macro of LABEL_MACROS) await engine.run(macro)
      const values = cells.map((cell, row) => `(${row}, ${cell === null ? 'NULL' : literal(cell)})`)
      const rows = await engine.rows(
        `SELECT ${doNotPublishSql('cell', mayPublish)} AS kept FROM (VALUES ${values.join(', ')}) t(row, cell) ORDER BY row`,
      )
      return rows.map((row) => row['kept'])
    } finally {
      engine.close()
    }
  }

  it('is anything but no or nothing, without a list', async () => {
    expect(await kept(['Yes', 'no', '', null, 'x', 'Perhaps', '0'])).toEqual([
      true,
      false,
      false,
      false,
      true,
      true,
      false,
    ])
  })

  it('is anything that is not on the list, blank cells and news too', async () => {
    const lets = ['Yes, publish', 'You\u2019re welcome']
    const cells = ['yes,  publish', 'No, keep it', null, '', "you're welcome", 'Yes']
    expect(await kept(cells, lets)).toEqual([false, true, true, true, false, true])
    expect(await kept([null, '', 'No'], ['Yes', ''])).toEqual([false, false, true])
  })

  it('is nothing of a file without the column', () => {
    expect(doNotPublishSql(undefined, ['Yes'])).toBe('false')
  })
})
