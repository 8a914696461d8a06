// These are fixtures 27 to 35: statuses, hidden values, and categories. A result that another one replaces stands with them.
import type { Observation } from 'fhir/r4';
import { fixtureObservations, oddityObservations } from './oddBuilders.ts';
import {
  UNKNOWN_BY_EXTENSION,
  oddAbsentReason,
  ALBUMIN,
  categoryConcepts,
  CREATININE,
  HEART_RATE,
  HEMOGLOBIN,
  loincConcept,
  SODIUM,
  ucumQuantity,
} from './oddElements.ts';

export function oddStatus(): readonly Observation[] {
  return [
    ...withdrawnObservations(),
    ...correctedObservations(),
    ...replacedObservations(),
    ...unknownStatuses(),
    ...maskedObservations(),
    ...categoryObservations(),
  ];
}

function withdrawnObservations(): readonly Observation[] {
  const hemoglobin = (value: number) => ({ valueQuantity: ucumQuantity(value, 'g/dL') });
  return [
    ...fixtureObservations('27', 'laboratory', HEMOGLOBIN, {
      'entered-in-error': { status: 'entered-in-error', meta: { versionId: '2' }, ...hemoglobin(31) },
      'stands-beside': hemoglobin(13.1),
    }),
    ...fixtureObservations('28', 'laboratory', HEMOGLOBIN, {
      'space-behind': { status: 'entered-in-error ', ...hemoglobin(3.1) },
      capitals: { status: 'Entered-In-Error', ...hemoglobin(3.2) },
    }),
    // The earlier version, which a slow page still brings, is a fault of the pages; this version is the valid
    // one.
    ...fixtureObservations('29', 'laboratory', HEMOGLOBIN, {
      'error-after-final': { status: 'entered-in-error', meta: { versionId: '2' }, ...hemoglobin(9.9) },
    }),
  ];
}

function correctedObservations(): readonly Observation[] {
  const sodium = (value: number) => ({ valueQuantity: ucumQuantity(value, 'mmol/L') });
  return [
    ...fixtureObservations('30', 'laboratory', SODIUM, {
      corrected: {
        status: 'corrected',
        meta: { versionId: '2' },
        ...sodium(138),
        note: [{ text: 'Corrected report: previously reported as 183 mmol/L.' }],
      },
      amended: {
        status: 'amended',
        meta: { versionId: '3' },
        ...sodium(139),
        note: [{ text: 'Amended: comment added, value unchanged.' }],
      },
    }),
    ...fixtureObservations('31', 'laboratory', SODIUM, {
      final: sodium(140),
      preliminary: { status: 'preliminary', ...sodium(146) },
    }),
  ];
}

/** A revised value comes under an id of its own and names the one in whose place it stands, which stays final. */
const replacedObservations = (): readonly Observation[] =>
  oddityObservations('replaced', 48, 'laboratory', SODIUM, {
    'wrong-sample': { valueQuantity: ucumQuantity(118, 'mmol/L') },
    'right-sample': {
      valueQuantity: ucumQuantity(141, 'mmol/L'),
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/observation-replaces',
          valueReference: { reference: 'Observation/oddity-replaced-wrong-sample' },
        },
      ],
    },
  });

function unknownStatuses(): readonly Observation[] {
  const value = (mgPerDl: number) => ({ valueQuantity: ucumQuantity(mgPerDl, 'mg/dL') });
  return fixtureObservations('32', 'laboratory', CREATININE, {
    verified: { status: 'verified', ...value(0.91) },
    'no-status': { status: undefined, ...value(0.92) },
    cancelled: { status: 'cancelled', ...value(0.93) },
    registered: { status: 'registered' },
    unknown: { status: 'unknown', ...value(0.94) },
    'preliminary-with-space': { status: ' preliminary', ...value(0.95) },
    final: value(0.96),
  });
}

function maskedObservations(): readonly Observation[] {
  return fixtureObservations('33', 'laboratory', ALBUMIN, {
    masked: { status: 'preliminary', dataAbsentReason: oddAbsentReason('masked', 'Masked') },
  });
}

function categoryObservations(): readonly Observation[] {
  const lab = {
    coding: [{ system: 'urn:oid:1.2.840.114350.1.13.0.1.7.10.798268.30', code: 'Lab', display: 'Lab' }],
    text: 'Lab',
  };
  const pointOfCare = loincConcept(
    '41653-7',
    'Glucose [Mass/volume] in Capillary blood by Glucometer',
    'Glucose, POC',
  );
  return [
    ...fixtureObservations('34', 'vital-signs', HEART_RATE, {
      'three-categories': {
        category: categoryConcepts('procedure', 'therapy', 'vital-signs'),
        valueQuantity: ucumQuantity(77, '/min'),
      },
    }),
    ...fixtureObservations('34', 'laboratory', ALBUMIN, {
      'laboratory-and-lab': {
        category: [...categoryConcepts('laboratory'), lab],
        valueQuantity: ucumQuantity(4.2, 'g/dL'),
      },
    }),
    ...fixtureObservations('35', 'laboratory', pointOfCare, {
      'L-7000001': { category: [UNKNOWN_BY_EXTENSION], valueQuantity: { value: 112 } },
      'no-category': { category: undefined, valueQuantity: ucumQuantity(118, 'mg/dL') },
    }),
  ];
}
