import type { Responses, RowAccount } from '../artefacts.ts'
import type { Engine } from '../engine/index.ts'

/** Rows received, kept and set aside in one file. */
export async function accountOf(engine: Engine, matched: string): Promise<RowAccount> {
  const rows = await engine.rows(`SELECT reason, count(*)::INTEGER AS rows FROM ${matched}
    GROUP BY reason ORDER BY rows DESC, reason`)
  const setAside = rows
    .filter(({ reason }) => reason !== null)
    .map(({ reason, rows: count }) => ({ reason: String(reason), rows: Number(count) }))
  const kept = Number(rows.find(({ reason }) => reason === null)?.['rows'] ?? 0)
  return balanced({ received: rows.reduce((sum, row) => sum + Number(row['rows']), 0), kept, setAside })
}

/** The accounts of all files together. */
export function total(accounts: readonly RowAccount[]): RowAccount {
  const reasons = new Map<string, number>()
  for (const { setAside } of accounts) {
    for (const { reason, rows } of setAside) reasons.set(reason, (reasons.get(reason) ?? 0) + rows)
  }
  return balanced({
    received: accounts.reduce((sum, { received }) => sum + received, 0),
    kept: accounts.reduce((sum, { kept }) => sum + kept, 0),
    setAside: [...reasons].map(([reason, rows]) => ({ reason, rows })),
  })
}

/** How many cells each rule of the cleaning log changed. */
export async function editsByRule(engine: Engine): Promise<Responses['edits']> {
  const rows = await engine.rows(`SELECT rule, count(*)::INTEGER AS cells FROM cleaning_log
    WHERE field IS NOT NULL GROUP BY rule ORDER BY rule`)
  return rows.map(({ rule, cells }) => ({ rule: String(rule), cells: Number(cells) }))
}

/** Nothing is lost silently: rows in are rows out and rows set aside. */
function balanced(account: RowAccount): RowAccount {
  const aside = account.setAside.reduce((sum, { rows }) => sum + rows, 0)
  if (account.received !== account.kept + aside)
    throw new Error('rows were lost between reading and cleaning')
  return account
}
