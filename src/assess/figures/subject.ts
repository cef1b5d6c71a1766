import { ASB, type OffenceGroup } from '../../vocabulary/offence.ts'
import { ALL_CRIME } from './count-table.ts'

/** Which base a subject is counted in. */
export const groupOfSubject = (subject: string): OffenceGroup => (subject === ASB ? 'asb' : 'crime')

/** What one of them is called: crimes are offences, anti-social behaviour is reported as incidents. */
export const unitOf = (subject: string) => (subject === ASB ? 'incidents' : 'offences')

/** The subject in a sentence: `total crime`, `burglary`, `anti-social behaviour`. */
export const subjectInWords = (subject: string) => (subject === ALL_CRIME ? 'total crime' : subject.toLowerCase())

/** As a heading: `Total crime`, `Burglary`. */
export const subjectTitle = (subject: string) => (subject === ALL_CRIME ? 'Total crime' : subject)
