import { optionColumn } from '../answer-columns.ts'
import { oneLine } from '../label-key.ts'
import type { Id } from '../model.ts'
import type { WrittenQuestion } from './written.ts'

/** The rows of a grid: those without an identifier of their own are numbered, `q5_1`, `q5_2`. */
export function itemsOf(
  id: Id,
  { items = [] }: WrittenQuestion,
): readonly { readonly id: Id; readonly label: string }[] {
  const named = isList(items)
    ? items.map((label, index) => [optionColumn(id, index), label] as const)
    : Object.entries(items)
  return named.map(([own, label]) => ({ id: own, label: oneLine(label) }))
}

const isList = (items: NonNullable<WrittenQuestion['items']>): items is readonly string[] =>
  Array.isArray(items)
