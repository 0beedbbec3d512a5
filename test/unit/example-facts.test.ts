import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { FRAME_COUNTS, REGIONS } from '../example/frame-counts.ts'
import { SENTENCES } from '../example/open-text/index.ts'
import { example } from '../example/opened.ts'
import { placeNames } from '../example/place-names.ts'
import type { Row } from '../example/reading.ts'
import { cell } from '../example/reading.ts'

const shared = new URL('../../../shared/', import.meta.url)
const sharedIsHere = existsSync(shared)
if (!sharedIsHere) console.info('example: ../shared is absent, comparisons with published facts are skipped')

const REGION_NAMES: readonly string[] = REGIONS
const sharedText = (path: string): string => readFileSync(new URL(path, shared), 'utf8')
const sharedRows = (path: string): Row[] => parse(sharedText(path), { columns: true })

describe.skipIf(!sharedIsHere)('published facts', () => {
  it('agree with the counts of the frame', () => {
    for (const { type, region, authorities } of sharedRows('taking-stock/frame-type-by-region.csv')) {
      const row = FRAME_COUNTS.find((counts) => counts.type === type)
      expect(row?.all[REGION_NAMES.indexOf(region ?? '')], `${type} ${region}`).toBe(Number(authorities))
    }
  })

  it('agree with printed-figures.csv, all 152', () => {
    expect(example.figures).toEqual(sharedRows('taking-stock/published-tables.csv'))
    expect(example.figures).toHaveLength(152)
  })

  it('know none of the authorities', () => {
    const real = sharedRows('register/uk_local_authorities.csv').flatMap((row) => [
      row['official-name'] ?? '',
      row['nice-name'] ?? '',
      ...(row['alt-names'] ?? '').split(','),
    ])
    const frame = sharedRows('register/derived_frame_2015.csv')
    const names = [...real, ...frame.flatMap((row) => [row['name'] ?? '', row['official_name'] ?? ''])]
    const known = names.map((name) => name.trim().toLowerCase()).filter((name) => name !== '')
    const { shires, towns } = placeNames()
    const places = new Set([...shires, ...towns].map((place) => place.toLowerCase()))
    const invented = example.frame.map((unit) => cell(unit, 'Authority name').toLowerCase())
    expect(known.length).toBeGreaterThan(800)
    expect(known.filter((name) => invented.includes(name))).toEqual([])
    // No word of a real name, "Adur" or "Dorset", is one of our places.
    expect(known.flatMap((name) => name.split(/[^a-z']+/)).filter((word) => places.has(word))).toEqual([])
  })

  it('share no run of six words with the open answers', () => {
    const report = readdirSync(new URL('seed/', shared)).filter((name) => name.endsWith('.txt'))
    const inReport = runs(report.map((name) => sharedText(`seed/${name}`)).join('\n'))
    const ours = SENTENCES.flatMap(spelledOut)
    expect(inReport.size).toBeGreaterThan(1000)
    expect(ours.flatMap((sentence) => [...runs(sentence)]).filter((run) => inReport.has(run))).toEqual([])
  })
})

/** Every run of six words. */
function runs(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z']+/g) ?? []
  return new Set(words.slice(5).map((_, start) => words.slice(start, start + 6).join(' ')))
}

/** A sentence with each of its alternatives. */
function spelledOut(sentence: string): string[] {
  const choice = /\{([^}]*)\}/.exec(sentence)
  if (choice === null) return [sentence]
  return (choice[1] ?? '').split('|').flatMap((word) => spelledOut(sentence.replace(choice[0], word)))
}
