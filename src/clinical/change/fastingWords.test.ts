import { describe, expect, test } from 'vitest';
import { plainRowKind } from '../observation/plainRowKind.ts';
import { isKnownFasting } from './comparableConditions.ts';

const isFasting = (context: string) => isKnownFasting({ ...plainRowKind, context });

const FASTED = [
  'Glukose nüchtern',
  'Glukose (nuechtern)',
  'Nüchternglukose',
  'Glucosa en ayunas',
  'Glucose à jeun',
  'GLUCOSE A JEUN',
  'Glycémie à jeun',
  'Glucosio a digiuno',
  'Glucose nuchter',
  'Nuchtere glucose',
  'Glicose em jejum',
  'Glukose, fastende',
  'Glukos, fastande',
  'Glucose, fasting',
];
const FED = [
  'Glukose nicht nüchtern',
  'Glucosa no en ayunas',
  'Glucosa sin ayuno',
  'Glucose non à jeun',
  'Glucosio non a digiuno',
  'Glucose niet nuchter',
  'Glicose não em jejum',
  'Glicose sem jejum',
  'Glukose, ikke fastende',
  'Glukos, ej fastande',
  'Glukos, icke fastande',
  'Glucose, non-fasting',
];

describe('a result is compared as a fasting one', () => {
  test.each([...FASTED, 'À jeun: oui', 'nüchtern: ja', 'nuchter: ja, 12 uur', 'ayuno de 12 h'])(
    'by "%s"',
    (words) => expect(isFasting(words)).toBe(true),
  );
  test.each([
    ...FED,
    'nüchtern: nein',
    'À jeun : non',
    'a digiuno: no',
    'nuchter: nee',
    'em jejum: não',
    'fastende: nej',
    'fastende: nei',
    'nüchtern: unbekannt',
    'à jeun : inconnu',
    'pas à jeun',
    'patient nicht in nüchternem Zustand',
    'sans jeûne',
    'Déjeuner',
    'petit déjeuner',
    'ohne nüchtern zu sein',
    'glicemia aleatoria, ayunas',
  ])('never by "%s"', (words) => expect(isFasting(words)).toBe(false));
});
