import { answerColumns, type Definition, type Id } from '../definition/index.ts'

/** The columns of the published responses. */
export interface PlannedRows {
  /** Quasi-identifiers: what others can know of a person, as fine or as coarse as it is published. */
  readonly identifying: readonly Id[]
  /** Columns of each question: one with the answer, or one an option, with whether it was ticked or how it was ranked. */
  readonly answers: readonly {
    readonly question: Id
    readonly of: 'answer' | 'ticks' | 'ranks'
    readonly columns: readonly string[]
  }[]
}

/** What of a definition stands in the rows that leave; `isInRows` says which questions do. */
export function plannedRows({ privacy, questions }: Definition, isInRows: (id: Id) => boolean): PlannedRows {
  const asked = questions.filter((question) => answerColumns(question).length > 0 && isInRows(question.id))
  return {
    identifying: privacy.publish,
    answers: asked.map((question) => {
      const columns = answerColumns(question)
      const ticks = columns.some(({ kind }) => kind === 'ticked')
      const of = ticks ? 'ticks' : columns.some(({ option }) => option !== undefined) ? 'ranks' : 'answer'
      return { question: question.id, of, columns: columns.map(({ name }) => name) }
    }),
  }
}
