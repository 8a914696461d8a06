/**
 * This file collects what is known of the patient that ends a baseline: hospital stays, interventions and pregnancies.
 * An event that the app cannot know ends nothing, and then nothing is said of a steady state.
 */
import type { CareEvent } from '../events/careEvent.ts';
import { wholesOf } from '../events/partOfEncounter.ts';
import type { ChildGrowth } from '../growth/childGrowth.ts';
import type { RowKind } from '../observation/resultRow.ts';
import { kindsOfSeries } from '../series/kindsOfSeries.ts';
import type { Series } from '../series/series.ts';
import { endMsOfMoment, lastMsOfMoment, type Moment } from '../time/date.ts';
import { DAY_MS, HOUR_MS } from '../time/durations.ts';
import { interventionKindOf, type InterventionKind } from './interventionWords.ts';
import { isHospitalStay } from './sinceChoices.ts';

/** This is a stay in hospital, in epoch ms. Its end is undefined while it lasts, or when no end was sent. */
export type Stay = { readonly startMs: number; readonly endMs: number | undefined };

/** This is an intervention by its first and its last possible moment, in epoch ms. */
export type Intervention = {
  readonly kind: InterventionKind;
  readonly startMs: number;
  readonly endMs: number;
};

/** This is a pregnancy, in epoch ms. */
export type Pregnancy = { readonly startMs: number; readonly endMs: number };

export type PatientFacts = {
  readonly birth: Moment | undefined;
  /** The stays are undefined until all encounters are known. */
  readonly stays: readonly Stay[] | undefined;
  /** The interventions are undefined until all procedures are known. */
  readonly interventions: readonly Intervention[] | undefined;
  readonly pregnancies: readonly Pregnancy[];
  /** The growth of a child is undefined for adults, and where the tables of the references are not there. */
  readonly growth?: ChildGrowth | undefined;
};

/** Nothing is known but the results. */
export const noFacts: PatientFacts = {
  birth: undefined,
  stays: undefined,
  interventions: undefined,
  pregnancies: [],
};

const isDated = ({ startMs, isNotDone }: CareEvent): boolean => !Number.isNaN(startMs) && !isNotDone;

const endOf = ({ startMs, precision, endMs, endPrecision }: CareEvent): number =>
  endMs === undefined
    ? lastMsOfMoment({ timeMs: startMs, precision })
    : lastMsOfMoment({ timeMs: endMs, precision: endPrecision });

/** An emergency visit alone is no admission. */
const isAdmission = ({ encounterClass }: CareEvent): boolean =>
  encounterClass.trim().toUpperCase() !== 'EMER';
/** Parts of one stay follow each other within this time. */
const MAX_GAP_IN_STAY_MS = 6 * HOUR_MS;
/** A stay that nobody has closed does not swallow the stays of later years. */
const LONGEST_OPEN_STAY_MS = 90 * DAY_MS;

/** Returns the stays in hospital, oldest first. Parts that follow each other, an emergency visit too, are one stay. */
export function hospitalStaysOf(encounters: readonly CareEvent[]): readonly Stay[] {
  const inHospital = encounters.filter(
    (event) => event.lane === 'encounter' && isDated(event) && isHospitalStay(event),
  );
  const wholes = wholesOf(inHospital);
  const parts = inHospital.filter(({ id }) => !wholes.has(id)).toSorted((a, b) => a.startMs - b.startMs);
  const stays: { startMs: number; endMs: number | undefined; isAdmitted: boolean }[] = [];
  for (const part of parts) {
    const endMs = part.endMs === undefined ? undefined : endOf(part);
    const last = stays.at(-1);
    if (last && part.startMs <= (last.endMs ?? last.startMs + LONGEST_OPEN_STAY_MS) + MAX_GAP_IN_STAY_MS) {
      last.endMs = last.endMs === undefined || endMs === undefined ? undefined : Math.max(last.endMs, endMs);
      last.isAdmitted ||= isAdmission(part);
    } else stays.push({ startMs: part.startMs, endMs, isAdmitted: isAdmission(part) });
  }
  return stays.filter(({ isAdmitted }) => isAdmitted).map(({ startMs, endMs }) => ({ startMs, endMs }));
}

/** Returns the interventions among procedures, oldest first. A diagnostic procedure is none. */
export const interventionsOf = (procedures: readonly CareEvent[]): readonly Intervention[] =>
  procedures
    .filter((event) => event.lane === 'procedure' && isDated(event))
    .flatMap((event) => {
      const kind = interventionKindOf(event.text, event.codes ?? []);
      return kind === undefined ? [] : [{ kind, startMs: event.startMs, endMs: endOf(event) }];
    })
    .toSorted((a, b) => a.startMs - b.startMs);

const MAX_WORDS = 200;
const PREGNANT = /\bpregnan|\bgravid|\bgestation/i;
const NOT_PREGNANT = /\bnot\b|\bno\b|history|partner|wife|test|prevent|wish|plan|contracep/i;
/** These are the codes of SNOMED CT for a pregnancy, and the chapters of ICD-10 about it. */
const PREGNANCY_CODE =
  /^(?:77386006|72892002|47200007|127364007|237238006|248985009|z33(?:\.1)?|z3[46](?:\..*)?|o\d.*)$/;
const LONGEST_PREGNANCY_DAYS = 308;
const DAYS_OF_PREGNANCY = 280;
const DAYS_PER_WEEK = 7;

/** These are the LOINC codes of the age of the pregnancy, in weeks or days, and of the state of being pregnant. */
const GESTATIONAL_AGE = /^(?:18185-9|11884-4|11885-1|11886-9|11887-7|49051-6|57714-8|53693-8)$/;
const PREGNANCY_STATUS = '82810-3';

/** A younger person's record tells of the pregnancy that the person was born from. */
const YOUNGEST_PREGNANT_YEARS = 10;

/**
 * Returns the pregnancies that the conditions and results tell of. Without an end a pregnancy is taken to last 44
 * weeks. A pregnancy whose start was not sent begins 40 weeks before it was stated. The weeks of pregnancy in the record of
 * an infant are those of its own birth, and no pregnancy of the patient.
 */
export function pregnanciesOf(
  conditions: readonly CareEvent[],
  series: readonly Series[],
  birth: Moment | undefined,
): readonly Pregnancy[] {
  const isOfPatient = (toldMs: number): boolean => !mayBeYounger(birth, YOUNGEST_PREGNANT_YEARS, toldMs);
  const told = conditions
    .filter((event) => event.lane === 'condition' && isDated(event) && isOfPatient(event.startMs))
    .filter(
      ({ text, codes = [] }) => isPregnancyText(text) || codes.some((code) => PREGNANCY_CODE.test(code)),
    )
    .map((event): Pregnancy => {
      const longestMs = event.startMs + LONGEST_PREGNANCY_DAYS * DAY_MS;
      return {
        startMs: event.startMs,
        endMs: event.endMs === undefined ? longestMs : Math.min(endOf(event), longestMs),
      };
    });
  return [...told, ...series.flatMap((one) => measuredPregnancies(one, isOfPatient))];
}

const isPregnancyText = (sent: string): boolean => {
  const text = sent.slice(0, MAX_WORDS);
  return PREGNANT.test(text) && !NOT_PREGNANT.test(text);
};

const isGestationalAge = ({ code }: RowKind): boolean => GESTATIONAL_AGE.test(code);

/** Each statement of the age of a pregnancy tells when it began. */
function measuredPregnancies(series: Series, isOfPatient: (toldMs: number) => boolean): readonly Pregnancy[] {
  const { unit, rows, listed } = series;
  const of = (startMs: number): Pregnancy => ({
    startMs,
    endMs: startMs + LONGEST_PREGNANCY_DAYS * DAY_MS,
  });
  const days = unit === 'd' ? 1 : DAYS_PER_WEEK;
  if (kindsOfSeries(series).some(isGestationalAge)) {
    return rows
      .filter(
        ({ kind, value, timeMs }) =>
          isGestationalAge(kind) &&
          isOfPatient(timeMs) &&
          value * days > 0 &&
          value * days <= LONGEST_PREGNANCY_DAYS,
      )
      .map(({ timeMs, value }) => of(timeMs - value * days * DAY_MS));
  }
  return listed
    .filter(({ kind }) => kind.code === PREGNANCY_STATUS)
    .filter(
      ({ valueText, timeMs }) => isPregnancyText(valueText) && !Number.isNaN(timeMs) && isOfPatient(timeMs),
    )
    .map(({ timeMs }) => ({ startMs: timeMs - DAYS_OF_PREGNANCY * DAY_MS, endMs: timeMs }));
}

/** Returns whether a person may be younger than this many years at a time; false when the birth is not known. */
export const mayBeYounger = (birth: Moment | undefined, years: number, atMs: number): boolean =>
  atMs < birthdayMs(birth, years);

/** Returns the latest possible moment of a birthday in UTC; NaN when the birth is not known. */
export function birthdayMs(birth: Moment | undefined, years: number): number {
  const date = new Date(birth === undefined ? Number.NaN : endMsOfMoment(birth));
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}
