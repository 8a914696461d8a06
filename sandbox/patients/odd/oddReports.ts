import type { FhirResource } from 'fhir/r4';
import { ODD_ID, oddResources } from './oddBuilders.ts';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

const HOSTILE = '<img src="x" onerror="document.title=\'taken\'"><b>All clear.</b>';

export const oddReports = (): readonly FhirResource[] =>
  oddResources(
    'DiagnosticReport',
    {
      status: 'final',
      category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'RAD' }] }],
      code: { text: 'Ultrasound of the abdomen' },
      subject: { reference: `Patient/${ODD_ID}` },
      effectiveDateTime: '2026-01-06T02:00:00Z',
      issued: '2026-01-06T03:00:00Z',
    },
    {
      // This report is sent with this patient's reports but says that it is another's.
      'another-subject': {
        subject: { reference: 'Patient/somebody-else', display: 'Somebody Else' },
        conclusion: 'A report about another person.',
      },
      'no-subject': { subject: undefined, conclusion: 'Whose report this is, it does not say.' },
      'entered-in-error': { status: 'entered-in-error', conclusion: 'A mass of 9 cm in the liver.' },
      'nothing-in-it': {},
      'no-time': { effectiveDateTime: undefined, issued: undefined, conclusion: 'Without a time.' },
      'result-is-missing': { result: [{ reference: 'Observation/not-in-the-record' }] },
      'html-as-text': {
        conclusion: HOSTILE,
        presentedForm: [{ contentType: 'text/plain', data: base64(HOSTILE) }],
      },
      html: { presentedForm: [{ contentType: 'text/html', data: base64(`<html>${HOSTILE}</html>`) }] },
      rtf: {
        presentedForm: [{ contentType: 'text/rtf', data: base64('{\\rtf1\\ansi {\\b All clear.}\\par}') }],
      },
      'address-alone': {
        presentedForm: [
          { contentType: 'application/pdf', url: 'https://sandbox-hospital.example/report.pdf' },
        ],
      },
      'not-base64': { presentedForm: [{ contentType: 'text/plain', data: 'this is * not base64' }] },
      latin1: {
        presentedForm: [
          {
            contentType: 'text/plain; charset=iso-8859-1',
            data: Buffer.from('Gallenblase unauffällig, keine Steine.', 'latin1').toString('base64'),
          },
        ],
      },
      'two-forms': {
        presentedForm: [
          { contentType: 'text/plain', data: base64('First part.'), title: 'Part 1' },
          { contentType: 'text/plain', data: base64('Second part.'), title: 'Part 2' },
        ],
      },
      amended: { status: 'amended', conclusion: 'Amended: left, not right.' },
    },
  );
