/**
 * DDI-Codebook 2.5 (https://ddialliance.org/Specification/DDI-Codebook/2.5/), what archives of surveys keep: the
 * wording of questions, who was asked each, and how often each answer was given.
 */
import type { Codebook } from '../../codebook/model.ts'
import type { DataPackage } from '../../data-package/index.ts'
import { element, xmlDocument } from '../xml.ts'
import { citation, study } from './study.ts'
import { data } from './variables.ts'

const NAMESPACE = 'ddi:codebook:2_5'

/** `metadata/ddi-codebook.xml`, of the responses as CSV; without a file where none are published. */
export function ddiCodebook(descriptor: DataPackage, codebook: Codebook): string {
  const responses = descriptor.resources.find(({ name }) => name === 'responses')
  return xmlDocument(
    element(
      'codeBook',
      {
        xmlns: NAMESPACE,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${NAMESPACE} https://ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd`,
        version: '2.5',
        'xml:lang': descriptor.languages[0],
      },
      element('docDscr', {}, citation(descriptor)),
      study(descriptor),
      ...data(
        codebook,
        responses && { path: responses.path, sha256: responses.hash.replace(/^sha256:/, '') },
      ),
    ),
  )
}
