import { describe, expect, test } from 'vitest';
import { readPotassium } from '../observationFixture.ts';
import { conditionWords } from './specimenCondition.ts';

const inCondition = (text: string) =>
  readPotassium({
    contained: [{ resourceType: 'Specimen', id: 's', condition: [{ text }] }],
    specimen: { reference: '#s' },
  }).kind.condition;

const BAD = [
  // French
  ['Échantillon hémolysé', 'hémolysé'],
  ['ECHANTILLON HEMOLYSE', 'HEMOLYSE'],
  ['Sérum très hémolysé', 'hémolysé'],
  ['Prélèvement légèrement hémolysé', 'légèrement hémolysé'],
  ['Légère hémolyse', 'Légère hémolyse'],
  ['Hémolyse modérée', 'Hémolyse'],
  ['Hémolyse +', 'Hémolyse'],
  ['Hémolyse : ++', 'Hémolyse'],
  ['Présence d’une hémolyse', 'Présence d’une hémolyse'],
  ["Présence d'hémolyse", "Présence d'hémolyse"],
  ['Résultat ininterprétable en raison d’une hémolyse', 'hémolyse'],
  ['Plasma lipémique', 'lipémique'],
  ['Sérum ictérique', 'ictérique'],
  ['Échantillon coagulé', 'coagulé'],
  ['Présence de caillots', 'Présence de caillots'],
  ['Micro-caillots présents', 'caillots'],
  ['Tube coagulé', 'coagulé'],
  ['Hémolyse', 'Hémolyse'],
  // Italian
  ['Campione emolizzato', 'emolizzato'],
  ['Siero leggermente emolizzato', 'leggermente emolizzato'],
  ['Emolisi lieve', 'Emolisi'],
  ['Lieve emolisi', 'Lieve emolisi'],
  ['Presenza di emolisi', 'Presenza di emolisi'],
  ['Siero lipemico', 'lipemico'],
  ['Siero itterico', 'itterico'],
  ['Campione coagulato', 'coagulato'],
  ['Presenza di coaguli', 'Presenza di coaguli'],
  ['Emolisi ++', 'Emolisi'],
  // Dutch
  ['Hemolytisch', 'Hemolytisch'],
  ['Monster is hemolytisch', 'hemolytisch'],
  ['Sterk hemolytisch', 'hemolytisch'],
  ['Lichte hemolyse', 'Lichte hemolyse'],
  ['Hemolyse aanwezig', 'Hemolyse'],
  ['Hemolyse: ++', 'Hemolyse'],
  ['Lipemisch serum', 'Lipemisch'],
  ['Icterisch', 'Icterisch'],
  ['Monster gestold', 'gestold'],
  ['Stolsels aanwezig', 'Stolsels'],
  // Portuguese
  ['Amostra hemolisada', 'hemolisada'],
  ['Soro hemolisado', 'hemolisado'],
  ['Soro ligeiramente hemolisado', 'ligeiramente hemolisado'],
  ['Hemólise moderada', 'Hemólise'],
  ['Presença de hemólise', 'Presença de hemólise'],
  ['Soro lipêmico', 'lipêmico'],
  ['Soro lipémico', 'lipémico'],
  ['Soro ictérico', 'ictérico'],
  ['Amostra coagulada', 'coagulada'],
  ['Presença de coágulos', 'Presença de coágulos'],
  // Danish, Swedish, Norwegian
  ['Hæmolyseret', 'Hæmolyseret'],
  ['Prøven er hæmolyseret', 'hæmolyseret'],
  ['Let hæmolyse', 'Let hæmolyse'],
  ['Svagt hæmolyseret', 'hæmolyseret'],
  ['Lipæmisk', 'Lipæmisk'],
  ['Ikterisk', 'Ikterisk'],
  ['Prøven koaguleret', 'koaguleret'],
  ['Hemolyserat prov', 'Hemolyserat'],
  ['Provet är hemolyserat', 'hemolyserat'],
  ['Lätt hemolys', 'Lätt hemolys'],
  ['Lipemiskt', 'Lipemiskt'],
  ['Ikteriskt', 'Ikteriskt'],
  ['Provet koagulerat', 'koagulerat'],
  ['Hemolysert prøve', 'Hemolysert'],
  ['Prøven er hemolysert', 'hemolysert'],
  ['Lett hemolyse', 'Lett hemolyse'],
  ['Koagulert prøve', 'Koagulert'],
  ['Hemolyse påvist', 'Hemolyse'],
] as const;

const GOOD = [
  'non hémolysé',
  'Échantillon non hémolysé',
  "Pas d'hémolyse",
  'Pas d’hémolyse visible',
  'pas hémolysé',
  "L'échantillon n'est pas hémolysé",
  'Sans hémolyse',
  'Aucune hémolyse',
  "Absence d'hémolyse",
  'Hémolyse : non',
  'Hémolyse absente',
  'Hémolyse : absence',
  'Hémolyse : négatif',
  'Hémolyse : aucune',
  'Indice d’hémolyse : 0',
  'Pas de caillot',
  'Absence de caillots',
  'non emolizzato',
  'Campione non emolizzato',
  'Assenza di emolisi',
  'Senza emolisi',
  'Nessuna emolisi',
  'Emolisi: assente',
  'Emolisi: no',
  'Emolisi assente',
  'Assenza di coaguli',
  'niet hemolytisch',
  'Geen hemolyse',
  'Zonder hemolyse',
  'Hemolyse: geen',
  'Hemolyse: nee',
  'Hemolyse afwezig',
  'Hemolyse niet aanwezig',
  'Geen stolsels',
  'Niet gestold',
  'não hemolisado',
  'Amostra não hemolisada',
  'Sem hemólise',
  'Ausência de hemólise',
  'Hemólise: não',
  'Hemólise: ausente',
  'Sem coágulos',
  'ikke hæmolyseret',
  'Ingen hæmolyse',
  'Uden hæmolyse',
  'Hæmolyse: ingen',
  'Hæmolyse: nej',
  'ej hemolyserat',
  'inte hemolyserat',
  'Ingen hemolys',
  'Utan hemolys',
  'Hemolys: nej',
  'Hemolys: ingen',
  'ikke hemolysert',
  'Ingen hemolyse',
  'Hemolyse: nei',
  'Hemolyse ikke påvist',
  'Hemolys ej påvisad',
];

/** These tell of another thing, or give advice. */
const NOT_SAID = [
  'Previous specimen was hemolyzed',
  'Previous sample was grossly hemolyzed.',
  'Prior specimen clotted',
  'Original specimen hemolyzed; redrawn',
  'Initial sample was lipemic',
  'The earlier tube was underfilled',
  'Vorherige Probe war hämolytisch',
  'Muestra anterior hemolizada',
  'Échantillon précédent hémolysé',
  'Campione precedente emolizzato',
  'Vorige monster was hemolytisch',
  'Amostra anterior hemolisada',
  'L’hémolyse peut augmenter le potassium',
  'Une hémolyse augmente le potassium',
  'Anémie hémolytique',
  'Anemia emolitica',
  'Emolisi può aumentare il potassio',
  'Hemolyse kan kalium verhogen',
  'Hemolytische anemie',
  'Hæmolytisk anæmi',
  'Hemolytisk anemi',
  'Si hémolysé, refaire le prélèvement',
  'Temps de coagulation allongé',
  'Stollingstijd verlengd',
  'Stollingsonderzoek',
  'Lipémie à jeun',
  'Sangue coagulado',
  'Sang coagulé',
];

const STILL_SAID = [
  'Current and previous specimen hemolyzed',
  'Hemolyzed, as was the previous specimen',
  'Redraw: hemolyzed',
  'Previous specimen was good; this one is hemolyzed',
  'Repeat specimen hemolyzed',
  'Redrawn specimen also hemolyzed',
  'Previously fine. Hemolyzed.',
  'More hemolyzed than the previous specimen',
  'Prior to testing: clotted',
  'Hemolysis',
  'Hémolyse non exclue',
  'Hémolyse ne peut être exclue',
  'Non possibile escludere emolisi',
  'Hemolyse niet uitgesloten',
];

describe('of a specimen is told in other languages', () => {
  test.each(BAD)('its bad state, as it was sent: "%s"', (text, words) => {
    expect(conditionWords(text)).toEqual([words]);
    expect(inCondition(text)).not.toBe('');
  });

  test.each(GOOD)('nothing where the words deny it, in a note and as its condition: "%s"', (text) => {
    expect(conditionWords(text)).toEqual([]);
    expect(inCondition(text)).toBe('');
  });

  test.each(NOT_SAID)('nothing by words about another thing: "%s"', (text) => {
    expect(conditionWords(text)).toEqual([]);
  });

  test.each(STILL_SAID)('its own state beside such words: "%s"', (text) => {
    expect(conditionWords(text)).toHaveLength(1);
  });
});
