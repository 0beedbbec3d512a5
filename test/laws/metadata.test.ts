import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, it } from 'vitest'
import { jsonLd } from '../../pipeline/7-package/metadata/rdf/json-ld.ts'
import { iri, type Node } from '../../pipeline/7-package/metadata/rdf/model.ts'
import { turtle } from '../../pipeline/7-package/metadata/rdf/turtle.ts'
import { element, xmlDocument } from '../../pipeline/7-package/metadata/xml.ts'
import { canonical, jsonLdStore, turtleStore } from '../support/validators.ts'

const BASE = 'https://example.org/catalogue/'
/** Any text at all: quotes, brackets, line ends, controls, halves of pairs. */
const anyText = fc.string({ unit: 'binary', maxLength: 20 })

const node: fc.Arbitrary<Node> = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record({
    iri: fc.oneof(
      fc.constant(iri('#a')),
      anyText.map((text) => iri(`b/${encodeURI(text.replace(/\p{Surrogate}/gu, ''))}`)),
    ),
    types: fc.subarray(['dcat:Dataset', 'foaf:Agent'] as const, { minLength: 1 }),
    properties: fc.tuple(
      fc.tuple(
        fc.constant('dct:title' as const),
        fc.array(
          anyText.map((text) => ({ text, language: 'en-GB' })),
          { minLength: 1, maxLength: 2 },
        ),
      ),
      fc.tuple(
        fc.constant('dct:identifier' as const),
        fc.array(
          anyText.map((text) => ({ text })),
          { minLength: 1, maxLength: 2 },
        ),
      ),
      fc.tuple(
        fc.constant('dct:hasPart' as const),
        fc.array(fc.oneof({ maxDepth: 2 }, fc.record({ iri: fc.constant(iri('c d<>"')) }), tie('node')), {
          minLength: 1,
          maxLength: 2,
        }),
      ),
    ),
  }),
})).node

it('writes the same graph as Turtle and as JSON-LD, whatever the texts', async () => {
  await fc.assert(
    fc.asyncProperty(node, async (root) => {
      const one = turtleStore(turtle([root]), BASE)
      const other = await jsonLdStore(jsonLd([root]), BASE)
      expect(await canonical(other)).toBe(await canonical(one))
    }),
    { numRuns: 60 },
  )
})

it('keeps every text that UTF-8 can hold', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const root: Node = { iri: iri('#a'), types: [], properties: [['dct:title', [{ text }]]] }
      const [title] = turtleStore(turtle([root]), BASE).getObjects(
        null,
        'http://purl.org/dc/terms/title',
        null,
      )
      expect(title?.value).toBe(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
    }),
  )
})

it('writes XML that is well formed and says the same to a parser of others', () => {
  fc.assert(
    fc.property(anyText, anyText, (attribute, text) => {
      const xml = xmlDocument(element('a', { b: attribute }, element('c', {}, text)))
      expect(XMLValidator.validate(xml)).toBe(true)
      const parser = new XMLParser({
        ignoreAttributes: false,
        trimValues: false,
        parseTagValue: false,
        parseAttributeValue: false,
        htmlEntities: true,
      })
      const read = parser.parse(xml) as { a: { c: string } }
      const kept = text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/\r\n?/g, '\n')
      // What XML forbids is replaced, so that it is seen to be missing.
      const allowed = kept.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (one) =>
        /[\t\n\u0080-\u009f]/.test(one) ? one : '\uFFFD',
      )
      expect(read.a.c).toBe(allowed)
    }),
  )
})
