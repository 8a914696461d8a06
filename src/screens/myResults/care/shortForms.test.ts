import { afterEach, describe, expect, test } from 'vitest';
import { speak, speakEnglish } from '../../../words/language.ts';
import { patientUnitsSpanish } from '../units/patientUnits.es.messages.ts';
import { careSpanish } from './care.es.messages.ts';
import { directionsSpanish } from './directions.es.messages.ts';
import { shortFormSentences } from './shortForms.ts';

afterEach(() => speakEnglish());

const PO = '“PO” means by mouth.';
const said = (words: string): string => shortFormSentences(words).join(' ');

describe('a short form of a prescription that means one thing is told beside the words', () => {
  test.each([
    ['1 tab PO TID', `${PO} “TID” means 3 times a day.`],
    ['1 tab PO BID', `${PO} “BID” means 2 times a day.`],
    ['1 tab PO QID', `${PO} “QID” means 4 times a day.`],
    ['1 tab po tid', '“po” means by mouth. “tid” means 3 times a day.'],
    ['TAKE 1 TABLET PO BID', `${PO} “BID” means 2 times a day.`],
    ['TAKE ONE TABLET BY MOUTH BID', '“BID” means 2 times a day.'],
    ['5 mg p.o. b.i.d.', '“p.o.” means by mouth. “b.i.d.” means 2 times a day.'],
    ['5 mg PO b.i.d', `${PO} “b.i.d” means 2 times a day.`],
    ['Apply to affected area BID', '“BID” means 2 times a day.'],
    ['APPLY TO AFFECTED AREA BID', '“BID” means 2 times a day.'],
    ['10 mg PO daily', PO],
    ['10 mg PO once daily', PO],
    ['10 mg PO', PO],
    ['10 mg po, with food', '“po” means by mouth.'],
    ['Take 1 capsule PO.', PO],
    ['1 tab PO PRN pain', `${PO} “PRN” means when needed.`],
    ['2 puffs prn', '“prn” means when needed.'],
    ['1 tablet p.r.n.', '“p.r.n.” means when needed.'],
    ['1 tab qAM', '“qAM” means every day in the morning.'],
    ['20 mg PO QPM', PO],
    ['1 packet PO daily', PO],
    ['Take po q4h', '“po” means by mouth. “q4h” means every 4 hours.'],
    ['Take 1 tab PO QD', PO],
    ['TAKE 2 TABLETS PO AT NOON', PO],
    ['5 mEq po qAM', '“po” means by mouth. “qAM” means every day in the morning.'],
    ['2 tabs po q 6 to 8 hours', '“po” means by mouth. “q 6 to 8 hours” means every 6–8 hours.'],
    ['1 tab q18h, later q36h', '“q18h” means every 18 hours. “q36h” means every 36 hours.'],
    ['20 mg q am', '“q am” means every day in the morning.'],
    ['1 tab q6h', '“q6h” means every 6 hours.'],
    ['1 tab Q8H PRN', '“Q8H” means every 8 hours. “PRN” means when needed.'],
    ['1 tab q4-6h prn', '“q4-6h” means every 4–6 hours. “prn” means when needed.'],
    ['1 tab q 4 to 6 hours', '“q 4 to 6 hours” means every 4–6 hours.'],
    ['1 tab q12hr', '“q12hr” means every 12 hours.'],
    ['1 tab q 24 hrs', '“q 24 hrs” means every 24 hours.'],
    ['1 patch q72h', '“q72h” means every 72 hours.'],
    ['1 spray q1h', '“q1h” means every 1 hour.'],
    ['1 tab PO/NG BID', `${PO} “BID” means 2 times a day.`],
    ['BID to TID as tolerated', '“BID” means 2 times a day. “TID” means 3 times a day.'],
    ['1 tab (PO) tid', `${PO} “tid” means 3 times a day.`],
    ['2 tablets TID, then 1 tablet TID', '“TID” means 3 times a day.'],
    ['1 drop in each eye qid', '“qid” means 4 times a day.'],
    ['2 drops both ears tid x 7 days', '“tid” means 3 times a day.'],
    ['Take 5 mL by mouth tid', '“tid” means 3 times a day.'],
    ['1 tablet every day, “PO”', PO],
    ['“1 tab PO TID” (the record also says 2 times a day)', `${PO} “TID” means 3 times a day.`],
  ])('%s', (words, sentences) => {
    expect(said(words)).toBe(sentences);
  });
});

test.each([
  ['an error-prone form', '10 mg QD'],
  ['an error-prone form', '10 mg q.d.'],
  ['an error-prone form', '10 mg QOD'],
  ['an error-prone form', '1 tab hs'],
  ['an error-prone form', '1 tab HS'],
  ['an error-prone form', '1 tab qHS'],
  ['an error-prone form', '1 tab q.h.s.'],
  ['an error-prone form', '1 TAB Q HS'],
  ['an error-prone form', '10 U SC'],
  ['an error-prone form', '400 IU'],
  ['an error-prone form', 'MS 10 mg'],
  ['an error-prone form', '2 gtt AU'],
  ['an error-prone form', '1 drop OD'],
  ['an error-prone form', '1 drop OS, OU'],
  ['an error-prone form', '1 tab TIW'],
  ['an error-prone form', '1 tab BIW'],
  ['an error-prone form', '1 tab q6PM'],
  ['an error-prone form', '1 tab q 6 pm'],
  ['an error-prone form', 'D/C after 5 days'],
  ['an error-prone form', '1 tab UD'],
  ['a form that may mean two things', 'Apply to AC joint'],
  ['nothing by mouth', 'NPO after midnight'],
  ['nothing by mouth', 'npo'],
  ['an address', 'Mail to P.O. Box 12'],
  ['an address', 'PO Box 12'],
  ['an order for goods', 'See PO #1234'],
  ['phosphate', '15 mmol PO4'],
  ['a pressure of oxygen', 'Keep pO2 above 60'],
  ['a word of Polish', '1 tabletka po obiedzie'],
  ['a word of Polish', '1 TABLETKA PO OBIEDZIE'],
  ['a word of Polish', 'po 1 tabletce 2 x dziennie'],
  ['a word of Polish', 'Po 1 tabletce 2 x dziennie'],
  ['a word of Slovak', '3x1 po jedle'],
  ['a part of the body, in German', '1 Zäpfchen in den Po'],
  ['a part of the body, in German', 'Creme am Po, abends'],
  ['a part of the body, in German', '1 zäpfchen in den po'],
  ['a part of the body, in German', 'CREME AUF DEN PO IN DER NACHT'],
  ['a powder, in Portuguese', 'Talco em PO'],
  ['a powder, in Portuguese', 'ANTIBIOTICO EM PO'],
  ['a powder, in Portuguese', 'Nebacetin PO: aplicar na pele'],
  ['the days after an operation', 'Start PO day 2'],
  ['a word of Italian', 'bere un po, poi aspettare'],
  ['a word of Italian', 'BERE UN PO'],
  ['a word of Italian', 'con un po’ di acqua'],
  ['a word of Italian', "con un po' di acqua"],
  ['a word of Italian', 'bere un po'],
  ['a word of Swedish', '1 tablett vid samma tid varje dag'],
  ['a word of Danish', 'TAGES VED SAMME TID HVER DAG'],
  ['a word of Dutch', 'bid en slik'],
  ['a part of a word', 'Do not take forbidden foods'],
  ['a part of a word', 'BiDil 1 tablet'],
  ['a part of a word', 'Tidal breathing'],
  ['a part of a word', 'tid-bits'],
  ['a vitamin', 'CoQ10 h'],
  ['other times', '1 tab q2wk'],
  ['other times', '1 tab q3d'],
  ['hours that are none of a dose', '1 tab q99h'],
  ['hours that are none of a dose', '1 tab q0h'],
  ['hours that lost their dash', '1 tab q46h'],
  ['hours that lost their dash', '1 tab q68h'],
  ['an afternoon or an evening', '1 tab qPM'],
  ['an afternoon or an evening', '1 tab q p.m.'],
  ['hours that are none of a dose', '1 tab q8-4h'],
  ['plain words', 'Take 1 tablet by mouth 3 times a day'],
  ['plain words', 'Tome 1 tableta cada 8 horas'],
  ['nothing', ''],
])('nothing is told of %s: %s', (_, words) => {
  expect(said(words)).toBe('');
});

test('the words of the page say it in Spanish', () => {
  speak('es', 'es-MX', {
    care: careSpanish,
    directions: directionsSpanish,
    patientUnits: patientUnitsSpanish,
  });
  expect(said('1 tab PO TID PRN')).toBe(
    '“PO” quiere decir por la boca. “TID” quiere decir 3 veces al día. “PRN” quiere decir cuando haga falta.',
  );
  expect(said('1 tab q6h, 1 tab qAM')).toBe(
    '“q6h” quiere decir cada 6 horas. “qAM” quiere decir cada día por la mañana.',
  );
});

test('nothing is told of words that are too long to be directions', () => {
  expect(said('q '.repeat(50_000))).toBe('');
  expect(said(`${'q1 '.repeat(20_000)}tid`)).toBe('');
});
