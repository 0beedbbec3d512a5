import type { Person } from './model.ts'
import { at, randomStream } from './random.ts'

/**
 * A source of fictional people, no surname used twice. The names are unusual on purpose: one of them
 * in a released file can only have come from the raw files.
 */
export function peopleSource(): () => Person {
  const random = randomStream('people')
  const surnames = random.shuffle(SURNAME_HEADS.flatMap((head) => SURNAME_TAILS.map((tail) => head + tail)))
  let used = 0
  return () => {
    used += 1
    return { firstName: random.pick(FIRST_NAMES), lastName: at(surnames, used - 1) }
  }
}

const words = (text: string): string[] => text.trim().split(/\s+/)

const FIRST_NAMES = words(`
  Isolwen Torquilla Perronel Ozwyth Marwenna Evadrine Leofrick Heskethan Wilfrun Aldwyneth Bertrana
  Casparine Dunstana Edrielle Fenwyth Godrica Hildrun Ibbetine Joscelind Kenelmar Lorwenna Merewyth
  Norrieth Osmundine Petronyx Quennell Rosamyr Saewyth Thomsine Ursulind Veryanne Winfrith Ysoldane
  Zephrine Ambrosyl Brithwen Crispiana Denholma Elswyth Florizel Gwendrith Hawisia Ivetta Jesmondine
  Lettysse Morwellan Nicolyth Oswinna Prothasy Rowennis`)

const SURNAME_HEADS = words(`
  Quill Thistle Bramble Copper Harrow Lark Moss Nettle Otter Pepper Ramble Saffron Tansy Umber Velvet
  Winkle Yarrow Zephyr Candle Dapple Ember Fiddle Gossam Hazel Indigo Jackdaw Kettle Lantern Marrow
  Nimble Osier Pebble Russet Sorrel Teasel Tumble Vesper Willow Wobble Zither`)

const SURNAME_TAILS = words(`
  feather whistle bottom garth thorne quist spindle marshe fenn croft buckle snape lockett goode tarn
  pike dyke shanks worthy beck mantle spurr tweddle grieve`)
