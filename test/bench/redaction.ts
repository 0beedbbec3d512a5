import { cpus } from 'node:os'
import { fold } from '../../pipeline/3-anonymise/redact/fold/index.ts'
import { findFrame } from '../../pipeline/3-anonymise/redact/frame/index.ts'
import { buildGazetteer, type Entry, findSpans } from '../../pipeline/3-anonymise/redact/index.ts'
import { findShapes } from '../../pipeline/3-anonymise/redact/shapes/index.ts'
import { randomStream } from '../example/random.ts'
import { frameTexts, innocentTexts, nameTexts, shapeTexts } from '../redaction/generate.ts'
import { GIVEN_NAMES, SURNAMES } from '../redaction/people.ts'
import { SHAPE_VALUES } from '../redaction/shape-values.ts'

/**
 * `npm run bench:redaction`: megabytes of open answers a second of one core, measured in processor time, so that what else
 * the machine does counts little. One answer in five has something to redact.
 */
const MEGABYTE = 1e6
const ROUNDS = 3

const texts = answers()
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
const gazetteer = buildGazetteer(everybody())
const print = (line: string) => process.stdout.write(`${line}\n`)

function answers(): readonly string[] {
  const random = randomStream('redaction/bench')
  const marked = [
    ...nameTexts(700),
    ...frameTexts(700),
    ...Object.keys(SHAPE_VALUES).flatMap((kind) => shapeTexts(kind, 60)),
  ]
  return random.shuffle([...marked, ...innocentTexts(marked.length * 4)]).map(({ text }) => text)
}

/** A large frame: ten thousand units and as many people invited. */
function everybody(): readonly Entry[] {
  const random = randomStream('redaction/bench frame')
  const place = () =>
    random.pick(SURNAMES) + random.pick(['ton', 'ham', 'by', 'wick', 'sea', ' Green', ' Common'])
  return Array.from({ length: 10_000 }, () => [
    {
      text: `${place()} ${random.pick(['Borough Council', 'District Council', 'Primary School'])}`,
      kind: 'council',
      names: 'organisation' as const,
    },
    { text: `${random.pick(GIVEN_NAMES)} ${random.pick(SURNAMES)}`, kind: 'name', names: 'person' as const },
  ]).flat()
}

function speed(name: string, work: (text: string) => unknown): void {
  for (const text of texts) work(text)
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage()
    for (const text of texts) work(text)
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / 1e6)
  }
  print(`| ${name} | ${(bytes / MEGABYTE / best).toFixed(1)} |`)
}

print(
  `Node ${process.version}, one core of ${cpus()[0]?.model.trim()}; ${texts.length} answers of ${Math.round(bytes / texts.length)} bytes; 20,000 names\n`,
)
print('| layers | MB a second |\n|---|---:|')
speed('shapes', (text) => findShapes(text))
speed('shapes and the frame', (text) => {
  const folded = fold(text)
  return [...findShapes(text, folded), ...findFrame(folded, [gazetteer])]
})
speed('all, until nothing is left', (text) => findSpans(text, { gazetteer }))
