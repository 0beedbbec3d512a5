import type { Region } from './frame-counts.ts'
import { FRAME_COUNTS, REGIONS, RESPONDED_WITH_PEER_CHALLENGE, TIERS } from './frame-counts.ts'
import type { Authority, AuthorityType } from './model.ts'
import { placeNames } from './place-names.ts'
import { at, randomStream } from './random.ts'

/** The 399 fictional authorities, by code, with who among them responded. */
export function buildAuthorities(): readonly Authority[] {
  const named = nameAll(cells())
  named.sort((a, b) => (a.name < b.name ? -1 : 1))
  const withChallenge = peerChallenges(named.map((authority) => authority.responded))
  return named.map((authority, index) => ({
    ...authority,
    code: String(index + 1).padStart(4, '0'),
    tier: TIERS[authority.type],
    peerChallenge: at(withChallenge, index) ? 'Yes' : 'No',
  }))
}

interface Cell {
  readonly type: AuthorityType
  readonly region: Region
  readonly responded: boolean
}

type Named = Cell & { readonly name: string; readonly stem: string }

function cells(): Cell[] {
  const random = randomStream('responded')
  return FRAME_COUNTS.flatMap(({ type, all, responded }) =>
    REGIONS.flatMap((region, column) => {
      const cell = Array.from({ length: at(all, column) }, (_, n) => n < at(responded, column))
      return random.shuffle(cell).map((did) => ({ type, region, responded: did }))
    }),
  )
}

function nameAll(all: readonly Cell[]): Named[] {
  const { shires, towns } = placeNames()
  const places = { shires: [...shires], towns: [...towns] }
  const town = (): string => places.towns.shift() ?? fault('towns')
  const shiresOf = new Map<Region, string[]>()
  return all.map((cell, index) => {
    if (cell.type === 'Shire county') {
      const stem = places.shires.shift() ?? fault('shires')
      shiresOf.set(cell.region, [...(shiresOf.get(cell.region) ?? []), stem])
      return { ...cell, stem, name: `${stem} County Council` }
    }
    if (cell.type === 'Fire and rescue') {
      // A county's fire authority bears its name: two authorities that a careless match would confuse.
      const shire = shiresOf.get(cell.region)?.shift()
      const stem = shire ?? town()
      const place = shire ?? (index % 2 === 0 ? `Greater ${stem}` : `${stem} and ${town()}`)
      return { ...cell, stem, name: `${place} Fire and Rescue Authority` }
    }
    const stem = town()
    return { ...cell, stem, name: councilName(cell.type, stem, town, index) }
  })
}

function councilName(type: AuthorityType, stem: string, town: () => string, index: number): string {
  if (type === 'London borough')
    return index % 11 === 0 ? `Royal Borough of ${stem}` : `London Borough of ${stem}`
  if (type === 'Metropolitan district')
    return index % 5 === 0 ? `${stem} City Council` : `${stem} Metropolitan Borough Council`
  const kind = type === 'English unitary' ? 'Borough' : index % 5 < 3 ? 'District' : 'Borough'
  switch (index % 24) {
    case 3:
      return `${stem} and ${town()} ${kind} Council`
    case 8:
      return `${stem} & ${town()} ${kind} Council`
    case 13:
      return `Abbot's ${stem} ${kind} Council`
    case 17:
      return index % 48 === 17 ? `${stem}, ${town()} and ${town()} Council` : `${stem} City Council`
    case 19:
      return `North ${stem} ${kind} Council`
    case 22:
      return type === 'English unitary' ? `${stem} Council` : `Mid ${stem} ${kind} Council`
    default:
      return `${stem} ${kind} Council`
  }
}

function peerChallenges(responded: readonly boolean[]): boolean[] {
  const random = randomStream('peer challenge')
  const indices = responded.flatMap((did, index) => (did ? [index] : []))
  const chosen = new Set(random.shuffle(indices).slice(0, RESPONDED_WITH_PEER_CHALLENGE))
  return responded.map((did, index) => (did ? chosen.has(index) : random.chance(55)))
}

function fault(what: string): never {
  throw new Error(`The example generator ran out of ${what}`)
}
