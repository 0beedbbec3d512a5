import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelKey, oneLine, readDefinition } from '../../pipeline/definition/index.ts'
import { type Draft, draftYaml, questionsIn } from '../../pipeline/draft/index.ts'

const EMPTY: Draft = {
  title: 'A draft',
  file: 'export.csv',
  fieldwork: { start: '2026-03-01', end: '2026-03-31', doubts: [] },
  columns: [],
  identifying: [],
  ignore: [],
  variables: [],
  questions: [],
  cleaning: { doubts: [] },
  publishable: [],
}

/** Labels that trouble YAML among any others. */
const label = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 160, unit: 'grapheme' }),
    fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }),
    fc.constantFrom(
      ...[
        'Yes',
        'No',
        'null',
        'on',
        '~',
        '1',
        '1.0',
        '007',
        '0x1f',
        '1e3',
        '> 60',
        '- 5',
        '? what',
        '&a',
        '*b',
        '!x',
      ],
      ...[
        'a: b',
        'a #b',
        '#',
        '%',
        '@',
        '`',
        '{x}',
        'x]',
        "it's",
        '"quoted"',
        "'",
        '|',
        '>-',
        '---',
        '2015-03-20',
      ],
      ...[
        '12:30',
        'a:',
        ': a',
        'ends -',
        '=',
        '<<',
        '.inf',
        'back\\slash',
        'caf\u00e9',
        '\u00a0x',
        'x\u2028y',
        '\ufeffx',
      ],
    ),
  )
  .map(oneLine)
  .filter((text) => !/\p{Surrogate}/u.test(text))
  .filter((text) => labelKey(text) !== '' && !labelKey(text).startsWith('[') && text !== '__proto__')

const labels = fc.uniqueArray(label, { minLength: 1, maxLength: 8, selector: labelKey })

describe('a draft as text', () => {
  it('says the same labels and headings when it is read back, whatever they are', () => {
    fc.assert(
      fc.property(labels, labels, labels, label, (answers, headings, values, text) => {
        const [other = ''] = answers
        const draft: Draft = {
          ...EMPTY,
          title: text,
          identifying: headings.map((heading) => ({ heading, doubts: [text] })),
          columns: [{ name: 'region', heading: `region ${text}`, doubts: [text] }],
          variables: [{ id: 'region', title: text, values, doubts: [text] }],
          questions: [
            { id: 'q1', text, kind: 'single', answers, other, doubts: [text] },
            {
              ...{ id: 'q2', text, kind: 'multiple', answers, doubts: [] },
              columns: answers.map((answer, index) => [answer, `${index} ${answer}`] as const),
              askedIf: { name: 'q1', answers },
            },
            { id: 'q3', text, kind: 'open', askedIf: { name: 'q1', answers }, doubts: [] },
          ],
        }
        const { value, issues } = readDefinition(draftYaml(draft), 'consultation.yaml', 'drafted')
        expect(issues).toEqual([])
        expect(value?.title).toBe(text)
        expect(value?.responses[0]?.identifying).toEqual(headings)
        expect(value?.variables[0]?.values).toEqual(values)
        const [first, second, third] = ['q1', 'q2', 'q3'].map((id) =>
          value?.questions.find((one) => one.id === id),
        )
        expect(first).toMatchObject({ text, answers, other })
        expect(second).toMatchObject({ answers, askedIf: { q1: { how: 'any', labels: answers } } })
        expect(
          second !== undefined && 'headings' in second ? Object.entries(second.headings) : [],
        ).toHaveLength(answers.length)
        expect(third?.askedIf).toEqual(second?.askedIf)
      }),
      { numRuns: 300 },
    )
  })

  it('finds its own questions with their lines', () => {
    const doubt = `Is this so? ${'It is a long story. '.repeat(12)}`.trim()
    const yaml = draftYaml({
      ...EMPTY,
      questions: [{ id: 'q1', text: 'Why?', kind: 'open', doubts: [doubt] }],
    })
    const found = questionsIn(yaml).find(({ text }) => text.startsWith('Is this so'))
    expect(found?.text).toBe(doubt)
    expect(yaml.split('\n')[(found?.line ?? 0) - 1]).toContain('# ? Is this so?')
  })
})
