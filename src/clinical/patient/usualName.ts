import { patientTexts } from './patient.messages.ts';

/** These texts stand between a name and the usual name, and after it. */
export const [, BEFORE_USUAL_NAME = '', AFTER_USUAL_NAME = ''] = patientTexts('nameWithUsualName', {
  name: '\n',
  usualName: '\n',
}).split('\n');

/**
 * Returns the name and the usual name of "MARLOWE, Edwin (known as MARLOWE, Ed)". Each may be in a script of its own, so a screen
 * isolates them from one another. The second is undefined where there is no usual name.
 */
export function namesIn(name: string): readonly [name: string, usualName: string | undefined] {
  const at = name.indexOf(BEFORE_USUAL_NAME);
  if (at < 0 || !name.endsWith(AFTER_USUAL_NAME)) return [name, undefined];
  return [
    name.slice(0, at),
    name.slice(at + BEFORE_USUAL_NAME.length, name.length - AFTER_USUAL_NAME.length),
  ];
}
