import { readSpreadsheet } from './pipeline/1-collect/spreadsheet.ts'
import { readWorkbook } from './pipeline/1-collect/read-workbook.ts'
import { guardSpreadsheet } from './pipeline/1-collect/guard-spreadsheet.ts'
const time = async (name: string, f: () => unknown) => { const t = performance.now(); const r = await f(); console.log(name, Math.round(performance.now()-t), 'ms', process.memoryUsage.rss()>>20, JSON.stringify(r).slice(0, 1500)) }
for (const f of ['real.xlsx','out/real.xlsx','out/real.xls','out/real.ods','large.xlsx']) {
  await time('worker '+f, () => readSpreadsheet('/tmp/exp/'+f, {}, '/tmp/exp/t.csv'))
}
await time('guard large', () => guardSpreadsheet('/tmp/exp/large.xlsx'))
for (let i=0;i<3;i++) await time('inproc', () => readWorkbook({path:'/tmp/exp/large.xlsx', format:'xlsx', targetCsv:'/tmp/exp/t2.csv'}))
