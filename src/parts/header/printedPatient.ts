import { useEffect } from 'react';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { headerTexts } from './header.messages.ts';

/** The foot of each printed page shows this (base.css). */
const PROPERTY = '--printed-patient';

/** A name comes from outside: nothing in it may end the string, and it keeps its direction within the line. */
const cssString = (text: string): string =>
  `"\u2068${text.replaceAll(/\p{Cc}+/gu, ' ').replaceAll(/["\\]/g, String.raw`\$&`)}\u2069"`;

/** Names the patient at the foot of each printed page, whichever screen is printed (rule 49). */
export function usePrintedPatient(patient: PatientIdentity | undefined): void {
  const shown = patient && cssString(`${patient.name}, ${headerTexts('born')} ${patient.born}`);
  useEffect(() => {
    if (shown === undefined) return undefined;
    const { style } = document.documentElement;
    style.setProperty(PROPERTY, shown);
    return () => void style.removeProperty(PROPERTY);
  }, [shown]);
}
