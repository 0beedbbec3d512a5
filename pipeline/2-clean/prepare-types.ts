import { NOTHING } from '../artefacts.ts'
import { allAnswerColumns, type Definition } from '../definition/index.ts'
import { type Engine, identifier, literals } from '../engine/index.ts'
import { answerType } from './answer-names.ts'
import { LABEL_MACROS } from './labels.ts'
import { NAME_MACROS } from './names/index.ts'
import { variableType } from './variable-projections.ts'

/** Gives the engine the code lists of the definition as types, and the macros that cleaning uses. */
export async function prepareTypes(engine: Engine, definition: Definition): Promise<void> {
  for (const macro of [...LABEL_MACROS, ...NAME_MACROS]) await engine.run(macro)
  const { notAsked, noReply, error, notReleased } = NOTHING
  for (const { name, labels } of allAnswerColumns(definition)) {
    await enumeration(engine, answerType(name), [...labels, notAsked, noReply, error])
  }
  for (const { id, values } of definition.variables) {
    await enumeration(engine, variableType(id), [...values, noReply, error, notReleased])
  }
}

const enumeration = (engine: Engine, name: string, values: readonly string[]): Promise<void> =>
  engine.run(`CREATE TYPE ${identifier(name)} AS ENUM (${literals(values)})`)
