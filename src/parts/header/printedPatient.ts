import { useEffect } from 'react';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { zonedTimeText } from '../../charts/format/dateText.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useSession } from '../openRecord/openRecordContexts.ts';
import { headerTexts } from './header.messages.ts';

/** The foot of each printed page shows this (base.css). */
const PROPERTY = '--printed-patient';

/** A name comes from outside: nothing in it may end the string, and it keeps its direction within the line. */
const cssString = (text: string): string =>
  `"\u2068${text.replaceAll(/\p{Cc}+/gu, ' ').replaceAll(/["\\]/g, String.raw`\$&`)}\u2069"`;

/**
 * Names the patient at the foot of each printed page, whichever screen is printed (rule 49), and says when it was printed, in a zone that it
 * names (rule 41). The screen says when its data was read. It is written when a page is printed: every element inherits a property of the
 * root, so each screen that opened would be styled once more.
 */
export function usePrintedPatient(patient: PatientIdentity | undefined): void {
  const { clock } = useSession().session;
  const timeZone = useTimeZone();
  const shown = patient && `${patient.name}, ${headerTexts('born')} ${patient.born}`;
  useEffect(() => {
    if (shown === undefined) return undefined;
    const { style } = document.documentElement;
    const write = (): void => {
      const time = zonedTimeText(clock.nowMs(), timeZone);
      style.setProperty(PROPERTY, cssString(headerTexts('printed', { shown, time })));
    };
    addEventListener('beforeprint', write);
    return () => {
      removeEventListener('beforeprint', write);
      style.removeProperty(PROPERTY);
    };
  }, [shown, clock, timeZone]);
}
