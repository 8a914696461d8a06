import { describe, expect, test } from 'vitest';
import { LOINC } from '../../../testing/codes.ts';
import { readCode } from '../code.ts';

describe('a second LOINC that the catalog does not know', () => {
  const coded = (...codes: readonly (readonly [code: string, display?: string])[]) =>
    readCode({ coding: codes.map(([code, display]) => ({ system: LOINC, code, display })) });

  test.each([
    [['8480-6'], ['60998-2', 'Right atrial pressure Systolic']],
    [['8462-4'], ['8377-4', 'Right ventricular Intrachamber diastolic pressure']],
    [['8310-5'], ['61009-7', 'Myocardial temperature']],
    [['8329-5'], ['104063-3', 'Body temperature - Groin']],
    [['2345-7'], ['99999-9', 'Glucose [Mass/volume] in Capillary blood']],
    [['8302-2'], ['8301-4', 'Body height Estimated']],
    [['2345-7'], ['99999-9', 'Glucose Bld-mCnc']],
    [['2345-7'], ['99999-9', 'Glucose BldC-mCnc']],
    [['2345-7'], ['99999-9', 'Glucose Ur-mCnc']],
    [['2823-3'], ['99999-9', 'Potassium BldA-sCnc']],
    [['718-7'], ['99999-9', 'Hemoglobin in Arterial blood']],
    [['731-0'], ['99999-9', 'Lymphocytes/100 leukocytes in Blood']],
    [['751-8'], ['99999-9', 'Neutrophils NFr Bld']],
    [['2160-0'], ['99999-9', 'Creatine [Mass/volume] in Serum or Plasma']],
    [['6690-2'], ['99999-9', 'Platelet # Bld Auto']],
    [['8480-6'], ['99999-9', 'PA systolic']],
    [['8480-6'], ['99999-9', 'RV sys']],
    [['9279-1'], ['99999-9', 'Respiratory rate set']],
    [['2028-9'], ['99999-9', 'Ca SerPl-mCnc']],
  ] as const)(
    '%j beside %j: its words name something else, and it is a line of its own',
    (known, unknown) => {
      for (const codes of [
        [known, unknown],
        [unknown, known],
      ]) {
        expect(coded(...codes)).toMatchObject({
          target: undefined,
          match: undefined,
          isAmbiguous: false,
          baseId: `${LOINC}|${known[0]}~${unknown[0]}`,
          text: unknown[1],
        });
      }
    },
  );

  test('two tests with one second code are never one line', () => {
    const second = ['99999-9', 'Something else'] as const;
    expect(coded(['2823-3'], second).baseId).not.toBe(coded(['2951-2'], second).baseId);
  });

  test('the words of the sender stand before its own', () => {
    const code = {
      coding: [
        { system: LOINC, code: '8480-6' },
        { system: LOINC, code: '60998-2', display: 'Right atrial pressure' },
      ],
    };
    expect(readCode({ ...code, text: 'RA sys' }).text).toBe('RA sys, Right atrial pressure');
  });

  test.each([
    [['2160-0'], ['99999-9', 'Creatinine [Mass/volume] in Serum or Plasma by Enzymatic method'], 'creat'],
    [['8480-6'], ['99999-9', 'Systolic blood pressure'], 'bp-sys'],
    [['2345-7', 'Glucose'], ['99999-9', 'Basic metabolic panel'], 'glucose'],
    [['2345-7', 'Glucose'], ['99999-9', 'Laboratory studies (set)'], 'glucose'],
    [['2823-3'], ['99999-9'], 'k'],
    [['9843-4'], ['8287-5', 'Head Occipital-frontal circumference by Tape measure'], 'hc'],
    // The short names of LOINC, and what people write for them.
    [['2823-3'], ['99999-9', 'Potassium SerPl-sCnc'], 'k'],
    [['2345-7'], ['99999-9', 'Glucose SerPl-mCnc'], 'glucose'],
    [['2160-0'], ['99999-9', 'Creat SerPl-mCnc'], 'creat'],
    [['1975-2'], ['99999-9', 'Bilirub SerPl-mCnc'], 'tbili'],
    [['718-7'], ['99999-9', 'Hgb Bld-mCnc'], 'hgb'],
    [['718-7'], ['99999-9', 'Haemoglobin'], 'hgb'],
    [['718-7'], ['99999-9', 'Hemoglobin [Mass/volume] in Blood by calculation'], 'hgb'],
    [['777-3'], ['99999-9', 'Platelet # Bld Auto'], 'plt'],
    [['777-3'], ['99999-9', 'Platelets [#/volume] in Blood'], 'plt'],
    [['6690-2'], ['99999-9', 'Leukocytes [#/volume] in Blood'], 'wbc'],
    [['4548-4'], ['99999-9', 'Hemoglobin A1c/Hemoglobin.total in Blood by HPLC'], 'a1c'],
    [['770-8'], ['99999-9', 'Neutrophils/100 leukocytes in Blood'], 'neut-pct'],
    [['6301-6'], ['99999-9', 'INR in Platelet poor plasma by Coagulation assay'], 'inr'],
    [['3016-3'], ['99999-9', 'Thyrotropin [Units/volume] in Serum or Plasma'], 'tsh'],
    [['8480-6'], ['99999-9', 'BP sys'], 'bp-sys'],
    [['8480-6'], ['99999-9', 'Systolic BP'], 'bp-sys'],
    [['8480-6'], ['99999-9', 'Systolic blood pressure (observable entity)'], 'bp-sys'],
    [['8462-4'], ['99999-9', 'Intravascular diastolic'], 'bp-dia'],
    [['8867-4'], ['99999-9', 'Pulse rate'], 'hr'],
    [['9279-1'], ['99999-9', 'Resp rate'], 'rr'],
    [['59408-5'], ['99999-9', 'Oxygen saturation in Arterial blood by Pulse oximetry'], 'spo2'],
    [['2823-3'], ['99999-9', 'Potassium measurement'], 'k'],
    [['8461-6'], ['99999-9', 'Systolic blood pressure supine'], 'bp-sys~8461-6'],
    [['1558-6'], ['99999-9', 'Fasting glucose'], 'glucose'],
    [['29463-7'], ['8350-1', 'Body weight Measured --with clothes'], 'weight'],
    [['29463-7'], ['8351-9', 'Body weight Measured --without clothes'], 'weight'],
    [['2345-7'], ['99999-9', 'Laboratory test'], 'glucose'],
    // And those of sets.
    [['2345-7'], ['99999-9', 'Comp Metab 2000 Pnl SerPl'], 'glucose'],
    [['718-7'], ['99999-9', 'Complete blood count'], 'hgb'],
    [['8867-4'], ['99999-9', 'Vital signs measurements'], 'hr'],
    [['8867-4'], ['99999-9', 'Something (set)'], 'hr'],
  ] as const)('%j beside %j says no more: %s', (known, unknown, id) => {
    expect(coded(known, unknown).baseId).toBe(id);
  });

  test('a code of another system says nothing of the LOINC beside it', () => {
    const coding = [
      { system: LOINC, code: '2823-3' },
      { system: 'urn:local', code: '1', display: 'Kalium venös' },
    ];
    expect(readCode({ coding }).baseId).toBe('k');
  });

  test('very long words are compared in a moment', () => {
    const long = Array.from({ length: 40_000 }, (_, i) => `word${i}`).join(' ');
    const begun = performance.now();
    coded(['2823-3', long], ['99999-9', long.toUpperCase()]);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
