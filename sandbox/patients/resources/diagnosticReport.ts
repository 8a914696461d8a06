import type { CodeableConcept, DiagnosticReport } from 'fhir/r4';
import { concept, LOINC } from './codes.ts';
import { encounterOf, eventId, standingSince, subjectOf } from './commonElements.ts';
import { MINUTE_MS, sentTime, wallAt, wallMs } from './localTime.ts';

const SERVICE = 'http://terminology.hl7.org/CodeSystem/v2-0074';
const SERVICES = {
  laboratory: concept(SERVICE, 'LAB', 'Laboratory'),
  microbiology: concept(SERVICE, 'MB', 'Microbiology'),
  pathology: concept(SERVICE, 'SP', 'Surgical Pathology'),
  radiology: concept(SERVICE, 'RAD', 'Radiology'),
  cardiology: concept(SERVICE, 'CUS', 'Cardiac Ultrasound'),
};

type Report = {
  readonly patient: string;
  readonly service: keyof typeof SERVICES;
  readonly name: string;
  /** LOINC code and display, where they are known. */
  readonly loinc?: readonly [code: string, display: string];
  /** When it was taken or drawn. */
  readonly at: string;
  readonly reportedAfterMinutes: number;
  readonly status?: DiagnosticReport['status'];
  readonly encounter?: string | undefined;
  /** Ids of Observations. */
  readonly results?: readonly string[];
  readonly conclusion?: string;
  /** The report as it is printed. */
  readonly text?: string;
};

const PERFORMERS: Readonly<Record<keyof typeof SERVICES, string>> = {
  laboratory: 'Lakeshore Clinical Laboratory',
  microbiology: 'Lakeshore Clinical Laboratory, microbiology',
  pathology: 'Lakeshore Clinical Laboratory, pathology',
  radiology: 'Sandbox General Hospital, radiology',
  cardiology: 'Sandbox General Hospital, cardiology',
};

export function report(input: Report): DiagnosticReport {
  const { patient, service, name, at, reportedAfterMinutes, results = [], conclusion, text } = input;
  const issued = wallAt(wallMs(at) + reportedAfterMinutes * MINUTE_MS);
  return {
    resourceType: 'DiagnosticReport',
    id: eventId(patient, 'report', name, at),
    meta: standingSince(issued),
    status: input.status ?? 'final',
    category: [SERVICES[service]],
    code: codeOf(input),
    subject: subjectOf(patient),
    ...encounterOf(input.encounter),
    effectiveDateTime: sentTime(at),
    issued: sentTime(issued),
    performer: [{ display: PERFORMERS[service] }],
    ...(results.length > 0 && { result: results.map((id) => ({ reference: `Observation/${id}` })) }),
    ...(conclusion !== undefined && { conclusion }),
    ...(text !== undefined && { presentedForm: [plainText(text, name)] }),
  };
}

const codeOf = ({ loinc, name }: Report): CodeableConcept =>
  loinc ? concept(LOINC, ...loinc, name) : { text: name };

/** In the resource itself, as base64 of UTF-8. */
const plainText = (text: string, title: string) => ({
  contentType: 'text/plain; charset=utf-8',
  language: 'en',
  data: Buffer.from(text.trim(), 'utf8').toString('base64'),
  title,
});
