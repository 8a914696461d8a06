import { describe, expect, test } from 'vitest';
import { plainRowKind } from '../observation/plainRowKind.ts';
import { FASTED, NOT_FASTED } from '../observation/attached/fastingWordsFixture.ts';
import { isKnownFasting } from './comparableConditions.ts';

const isFasting = (context: string) => isKnownFasting({ ...plainRowKind, context });

describe('a result is compared as a fasting one', () => {
  test.each([...FASTED, 'À jeun: oui', 'nüchtern: ja', 'nuchter: ja, 12 uur', 'ayuno de 12 h'])(
    'by "%s"',
    (words) => expect(isFasting(words)).toBe(true),
  );
  test.each([
    ...NOT_FASTED,
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
