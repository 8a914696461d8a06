import { describe, expect, test } from 'vitest';
import { LOINC, loinc } from '../../../testing/codes.ts';
import { catalogMatch } from '../../catalog/catalog.ts';
import { quantity, readRow } from '../observationFixture.ts';

/** The codes of one line each are those that laboratories send most often, for the tests that are ordered most often. */
const KNOWN = `
creat 2160-0 14682-9
bun 3094-0 14937-7
bun-cr 3097-3
urea 3091-6 22664-7
na 2951-2
k 2823-3
cl 2075-0
co2 2028-9
glucose 2345-7 14749-6 1558-6 14771-0
ca 17861-6 2000-8
mg 19123-9 2601-3
phos 2777-1 14879-1
uric 3084-1 14933-6
agap 33037-3
tp 2885-2
alb 1751-7
glob 10834-0 2336-6
agr 1759-0
tbili 1975-2 14631-6
dbili 1968-7 14629-0
alp 6768-6
alt 1742-6
ast 1920-8
ast-alt 1916-6
ggt 2324-2
ldh 2532-0
lipase 3040-3
amylase 1798-8
ck 2157-6
wbc 6690-2 26464-8 804-5
rbc 789-8 26453-1
hgb 718-7 59260-0
hct 4544-3 20570-8
mcv 787-2
mch 785-6
mchc 786-4
rdw 788-0
plt 777-3 26515-7
mpv 32623-1
neut-abs 751-8 26499-4
lym-abs 731-0
mono-abs 742-7
eos-abs 711-2
baso-abs 704-7
neut-pct 770-8
lym-pct 736-9
mono-pct 5905-5
eos-pct 713-8
baso-pct 706-2
ferritin 2276-4
iron 2498-4 14798-3
tibc 2500-7
uibc 2501-5
tsat 2502-3
b12 2132-9
folate 2284-8
vitd 62292-8
chol 2093-3 14647-2
hdl 2085-9 14646-4
ldl 13457-7 2089-1 39469-2
tg 2571-8 14927-8
nonhdl 43396-1 70204-3
cholhdl 9830-1 32309-7
ldl-hdl 11054-4
a1c 4548-4 17856-6 59261-8
tsh 3016-3
ft4 3024-7
ft3 3051-0
psa 2857-1
ca-125 10334-1 83082-8
ca-19-9 24108-3 83084-4
ca-15-3 6875-9 83083-6
cea 2039-6 83085-1
afp 1834-1
crp 1988-5
esr 30341-2 4537-7
pct 33959-8
inr 6301-6
pt 5902-2
pt-pct 5894-1
aptt 14979-9
fib 3255-7
ddimer-feu 48065-7 48067-3
ddimer-ddu 48066-5 48058-2
tnt-hs 67151-1
tni-hs 89579-7
ntprobnp 33762-6
bnp 30934-4
uacr 9318-7 14959-1
ua-ph 5803-2 2756-5 50560-2
ua-sg 5811-5 2965-2 53326-5 50562-8
ua-wbc 5821-4 46702-7
ua-rbc 13945-1 46419-8
ua-glu 25428-4 2349-9
ua-prot 20454-5 2887-8
alpha-1-globulin 2865-4
alpha-2-globulin 2868-8
beta-globulin 2871-2
gamma-globulin 2874-6
hcy 13965-9 2428-1
bhb 6873-4 29512-1
ica 1994-3 38230-9
ica-ser 1995-0 17863-2
rf 11572-5 15205-8
ttg-iga 46128-5 31017-7
a1at 6771-0 1825-9
hbsab 16935-9 5193-8
glucose-poc 41653-7 14743-9 14770-2
glucose-bld 2339-0 15074-8 76629-5
cysc 33863-2
body-fat 41982-0
pr 8625-6
qrs 8633-0
qt 8634-8
qtc 8636-3
gcs 9269-2
`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [id = '', ...codes] = line.split(' ');
    return codes.map((code) => [code, id] as const);
  });

test.each(KNOWN)('%s is a result of %s', (code, id) => {
  expect(catalogMatch(code)?.target.id).toBe(id);
});

test.each([
  ['albumin by electrophoresis', '2862-1', 'alb'],
  ['alpha-1 globulin as a share of the protein', '13978-2', 'alpha-1-globulin'],
  ['alpha-2 globulin as a share of the protein', '13981-6', 'alpha-2-globulin'],
  ['beta globulin as a share of the protein', '13982-4', 'beta-globulin'],
  ['gamma globulin as a share of the protein', '13983-2', 'gamma-globulin'],
  ['albumin as a share of the protein', '13980-8', 'alb'],
  ['D-dimer in whole blood', '71427-9', 'ddimer-feu'],
  ['urea nitrogen to creatinine in whole blood', '44734-2', 'bun-cr'],
  ['urea nitrogen after dialysis', '11064-3', 'bun'],
  ['urea nitrogen before dialysis', '11065-0', 'bun'],
  ['a filtration rate of cystatin C alone', '50210-4', 'egfr'],
  ['the pulse at an artery', '8893-0', 'hr'],
  ['prothrombin time in whole blood', '5964-2', 'pt'],
])('%s (%s) has a line of its own among those of %s', (_, code, id) => {
  expect(catalogMatch(code)?.target.id).toBe(`${id}~${code}`);
  expect(catalogMatch(code)?.target.variant).not.toBe('');
});

test.each([
  ['a photometric sedimentation rate', '82477-1', 'esr'],
  ['a globulin of a method that is not given', '2336-6', 'glob'],
  ['a fasting glucose of a meter', '14770-2', 'glucose-poc'],
  ['a fasting glucose of whole blood', '76629-5', 'glucose-bld'],
])('%s (%s) stands on the line of %s with a mark', (_, code, id) => {
  expect(catalogMatch(code)).toMatchObject({ target: { id }, mark: expect.stringMatching(/./) });
});

describe('a code that looks like another', () => {
  test.each([
    ['22700-9', 'urea in urine'],
    ['44973-6', 'the QRS of one lead'],
    ['30240-6', 'a D-dimer whose unit is not said'],
    ['56086-2', 'a circumference by a protocol'],
    ['55423-8', 'steps in a time that is not given'],
    ['3092-4', 'urea in urine by mass'],
    ['2990-0', 'testosterone that is bioavailable'],
    ['6012-9', 'von Willebrand antigen in units per volume'],
    ['8632-2', 'the axis of the QRS'],
    ['35088-4', 'the coma scale as a whole'],
    ['61152-5', 'albumin by bromocresol purple, which is less than by green'],
    ['20436-2', 'glucose after a dose that is not given'],
    ['53962-7', 'alpha-fetoprotein as a marker of tumours'],
    ['8479-8', 'a systolic pressure by palpation'],
    ['43402-7', 'a sedimentation rate that is read after 15 minutes'],
  ])('%s, %s, joins no line', (code) => {
    expect(catalogMatch(code)).toBeUndefined();
  });
});

test.each([
  ['3097-3', 18, '{ratio}', 'bun-cr'],
  ['3097-3', 18, 'mg/mg{creat}', 'bun-cr'],
  ['3097-3', 18, '', 'bun-cr'],
  ['11054-4', 2.4, '{ratio}', 'ldl-hdl'],
  ['32309-7', 3.9, '{ratio}', 'cholhdl'],
  ['1916-6', 1.1, '1', 'ast-alt'],
  ['5894-1', 96, '%', 'pt-pct'],
  ['2501-5', 231, 'ug/dL', 'uibc'],
  ['2501-5', 41, 'umol/L', 'uibc~umol/L'],
  ['2865-4', 0.28, 'g/dL', 'alpha-1-globulin'],
  ['2868-8', 6.4, 'g/L', 'alpha-2-globulin'],
  ['2874-6', 1.1, 'g/dL', 'gamma-globulin'],
  ['13983-2', 16.2, '%', 'gamma-globulin~13983-2'],
  ['13980-8', 58.1, '%', 'alb~13980-8'],
  ['2862-1', 3.9, 'g/dL', 'alb~2862-1'],
  ['71427-9', 0.4, 'mg/L{FEU}', 'ddimer-feu~71427-9'],
  ['83082-8', 22, 'U/mL', 'ca-125'],
  ['50210-4', 71, 'mL/min/{1.73_m2}', 'egfr~50210-4'],
  ['41982-0', 27.5, '%', 'body-fat'],
  ['8893-0', 66, '/min', 'hr~8893-0'],
])('%s with %d %s is drawn as %s', (code, value, unit, seriesId) => {
  const { kind } = readRow({
    code: loinc(code),
    valueQuantity: unit === '' ? { value } : quantity(value, unit),
  });
  expect(kind).toMatchObject({ seriesId, drawing: 'line', reason: '' });
});

test.each([
  ['Albumin, electrophoresis', 'alb~2862-1'],
  ['Albumin (SPEP)', 'alb~2862-1'],
  ['Albumin', 'alb'],
])('albumin that is called %s is %s', (text, seriesId) => {
  const code = { coding: [{ system: LOINC, code: '1751-7' }], text };
  expect(readRow({ code, valueQuantity: quantity(3.9, 'g/dL') }).kind.seriesId).toBe(seriesId);
});
