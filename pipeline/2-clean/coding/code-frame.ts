import { codedQuestions, type Definition, labelKey } from '../../definition/index.ts'
import { type Engine, literal } from '../../engine/index.ts'

/** What coders write where an answer belongs to no theme. */
export const NO_THEME = 'none'

/**
 * Makes `code_frame`: what may stand in a sheet (`form`, as a label key: a code or a title), its question and
 * code, and the place of the code in the frame.
 */
export async function prepareCodeFrame(engine: Engine, definition: Definition): Promise<void> {
  await engine.run(
    'CREATE OR REPLACE TABLE code_frame (question VARCHAR, form VARCHAR, code VARCHAR, place INTEGER)',
  )
  for (const { id, themes } of codedQuestions(definition)) {
    const codes = new Set(themes.map(({ code }) => code))
    const rows = themes.flatMap(({ code, label }, place) => {
      const title = labelKey(label)
      // A title that reads like the code of another theme stands for that one.
      return [code, ...(codes.has(title) ? [] : [title])].map(
        (form) => `(${literal(id)}, ${literal(form)}, ${literal(code)}, ${place})`,
      )
    })
    await engine.run(`INSERT INTO code_frame VALUES ${rows.join(', ')}`)
  }
}
