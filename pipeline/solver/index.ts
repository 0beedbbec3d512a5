/**
 * Linear and integer programming behind one door (HiGHS, compiled to WebAssembly). Knows columns, rows
 * and numbers, nothing of surveys. Solving blocks its thread: whole pieces of work are sent to another thread
 * with `inWorker`, and open their programs there with `loadSolver`.
 */
export { inWorker } from './in-worker.ts'
export { loadSolver } from './load.ts'
export type { Column, Effort, LinearModel, Outcome, Program, Row, Sense, Solver, Term } from './model.ts'
