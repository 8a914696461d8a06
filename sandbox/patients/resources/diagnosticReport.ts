import type { CodeableConcept, DiagnosticReport } from 'fhir/r4';
import { codeableConcept, LOINC } from './codes.ts';
import { encounterElement, eventId, metaSince, patientReference } from './commonElements.ts';
import { MINUTE_MS, withUtcOffset, localTimeText, localTimeMs } from './localTime.ts';

const SERVICE = 'http://terminology.hl7.org/CodeSystem/v2-0074';
const SERVICES = {
  laboratory: codeableConcept(SERVICE, 'LAB', 'Laboratory'),
  microbiology: codeableConcept(SERVICE, 'MB', 'Microbiology'),
  pathology: codeableConcept(SERVICE, 'SP', 'Surgical Pathology'),
  radiology: codeableConcept(SERVICE, 'RAD', 'Radiology'),
  cardiology: codeableConcept(SERVICE, 'CUS', 'Cardiac Ultrasound'),
};

type Report = {
  readonly patient: string;
  readonly service: keyof typeof SERVICES;
  readonly name: string;
  /** These are the LOINC code and display, where they are known. */
  readonly loinc?: readonly [code: string, display: string];
  /** This is the time when the specimen was taken or the image made. */
  readonly at: string;
  readonly reportedAfterMinutes: number;
  readonly status?: DiagnosticReport['status'];
  readonly encounter?: string | undefined;
  /** These are the ids of Observations. */
  readonly results?: readonly string[];
  readonly conclusion?: string;
  readonly text?: string;
};

const PERFORMERS: Readonly<Record<keyof typeof SERVICES, string>> = {
  laboratory: 'Lakeshore Clinical Laboratory',
  microbiology: 'Lakeshore Clinical Laboratory, microbiology',
  pathology: 'Lakeshore Clinical Laboratory, pathology',
  radiology: 'Sandbox General Hospital, radiology',
  cardiology: 'Sandbox General Hospital, cardiology',
};

export function diagnosticReport(input: Report): DiagnosticReport {
  const { patient, service, name, at, reportedAfterMinutes, results = [], conclusion, text } = input;
  const issued = localTimeText(localTimeMs(at) + reportedAfterMinutes * MINUTE_MS);
  return {
    resourceType: 'DiagnosticReport',
    id: eventId(patient, 'report', name, at),
    meta: metaSince(issued),
    status: input.status ?? 'final',
    category: [SERVICES[service]],
    code: codeOf(input),
    subject: patientReference(patient),
    ...encounterElement(input.encounter),
    effectiveDateTime: withUtcOffset(at),
    issued: withUtcOffset(issued),
    performer: [{ display: PERFORMERS[service] }],
    ...(results.length > 0 && { result: results.map((id) => ({ reference: `Observation/${id}` })) }),
    ...(conclusion !== undefined && { conclusion }),
    ...(text !== undefined && { presentedForm: [plainText(text, name)] }),
  };
}

const codeOf = ({ loinc, name }: Report): CodeableConcept =>
  loinc ? codeableConcept(LOINC, ...loinc, name) : { text: name };

/** The text stands in the resource itself, as base64 of UTF-8. */
const plainText = (text: string, title: string) => ({
  contentType: 'text/plain; charset=utf-8',
  language: 'en',
  data: Buffer.from(text.trim(), 'utf8').toString('base64'),
  title,
});
