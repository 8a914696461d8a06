import { describe, expect, test } from 'vitest';
import { dosage, stepFrom } from '../../../testing/eventsFromFhirFixture.ts';

const daily = { frequency: 1, period: 1, periodUnit: 'd' };
const doseOf = (text: string, value: number, unit: string) =>
  stepFrom('MedicationRequest', { dosageInstruction: [{ ...dosage(value, daily, unit), text }] });

describe('an order that has no single dose', () => {
  test.each([
    ['5 mg daily, 7.5 mg on Sundays', 5, 'mg'],
    ['5 mg daily, hold until Friday', 5, 'mg'],
    ['5 mg daily. Hold until further notice', 5, 'mg'],
    ['5 mg daily, hold until after surgery', 5, 'mg'],
    ['5 mg daily. Do not take this medication.', 5, 'mg'],
    ['Do not take this medication until Friday. 5 mg daily', 5, 'mg'],
    ['Stop taking this medicine. 5 mg daily', 5, 'mg'],
    ['5 mg, no tomar este medicamento hasta nueva orden', 5, 'mg'],
    ['5 mg, ne plus prendre ce médicament', 5, 'mg'],
    ['2 tablets in the morning and 1 tablet at night', 10, 'mg'],
    ['5 mg daily except 7.5 mg on Sundays', 5, 'mg'],
    ['5 mg daily except Sunday 7.5 mg', 5, 'mg'],
    ['Take 5 mg every day but 2.5 mg Sunday', 5, 'mg'],
    ['5 mg MWF, 2.5 mg TTSS', 5, 'mg'],
    ['5mg MWF 2.5mg TTSS', 5, 'mg'],
    ['5 mg MWF and 2.5 mg all other days', 5, 'mg'],
    ['5 mg M/W/F, 2.5 mg T/Th/Sa/Su', 5, 'mg'],
    ['5 mg M-W-F; 2.5 mg T-Th-S-S', 5, 'mg'],
    ['5 mg on M,W,F and 2.5 mg on T,Th,Sa,Su', 5, 'mg'],
    ['5 mg TTS, 2.5 mg rest of week', 5, 'mg'],
    ['5 mg ma di do, 2.5 mg overige dagen', 5, 'mg'],
    ['maandag 5 mg, dinsdag 2,5 mg', 5, 'mg'],
    ['5 mg op maandag, woensdag en vrijdag, 2,5 mg op de andere dagen', 5, 'mg'],
    ['ma/wo/vr 5 mg, di/do/za/zo 2,5 mg', 5, 'mg'],
    ['5 mg lun mer ven, 2,5 mg mar gio sab dom', 5, 'mg'],
    ['lunedì 5 mg, martedì 2,5 mg', 5, 'mg'],
    ['5 mg lunedì e giovedì, 2,5 mg gli altri giorni', 5, 'mg'],
    ['lun mié vie 5 mg, mar jue sáb dom 2,5 mg', 5, 'mg'],
    ['5 mg L-X-V, 2,5 mg M-J-S-D', 5, 'mg'],
    ['5 mg Mo Mi Fr, 2,5 mg Di Do Sa So', 5, 'mg'],
    ['Mo/Mi/Fr 5 mg, sonst 2,5 mg', 5, 'mg'],
    ['Mo 5 mg, Di 2.5 mg, Mi 5 mg', 5, 'mg'],
    ['5 mg segunda e quarta, 2,5 mg nos outros dias', 5, 'mg'],
    ['segunda-feira 5 mg, terça-feira 2,5 mg', 5, 'mg'],
    ['5 mg lun. mer. ven., 2,5 mg les autres jours', 5, 'mg'],
    ['5 mg un jour sur deux, 2,5 mg les autres jours', 5, 'mg'],
    ['alternate days 5 mg / 7.5 mg', 5, 'mg'],
    ['5 mg and 7.5 mg on alternate days', 5, 'mg'],
    ['alternate 5 mg and 7.5 mg daily', 5, 'mg'],
    ['alternating 5 mg with 7.5 mg', 5, 'mg'],
    ['5 mg alternating with 7.5 mg every other day', 5, 'mg'],
    ['5 mg/7.5 mg alternating days', 5, 'mg'],
    ['im Wechsel 5 mg und 7,5 mg', 5, 'mg'],
    ['abwechselnd 5 mg und 7,5 mg', 5, 'mg'],
    ['alternar 5 mg y 7,5 mg', 5, 'mg'],
    ['días alternos 5 mg / 7,5 mg', 5, 'mg'],
    ['alterner 5 mg et 7,5 mg', 5, 'mg'],
    ['afwisselend 5 mg en 7,5 mg', 5, 'mg'],
    ['a giorni alterni 5 mg e 7,5 mg', 5, 'mg'],
    ['5 mg on dialysis days, 2.5 mg on non-dialysis days', 5, 'mg'],
    ['5 mg an Dialysetagen, 2,5 mg an dialysefreien Tagen', 5, 'mg'],
    ['1 tablet daily, 2 tablets on Sundays', 1, 'tablet'],
    ['1 tab MWF, 1/2 tab other days', 1, 'tablet'],
    ['one tablet Monday, half a tablet Tuesday', 1, 'tablet'],
    ['Take 40 mg x5d, then 20 mg x5d', 40, 'mg'],
    ['40 mg x 5d, 20 mg x 5d, 10 mg x 5d, stop', 40, 'mg'],
    ['40-30-20-10 mg taper over 4 weeks', 40, 'mg'],
    ['prednisone taper: start 40 mg, decrease by 10 mg every 3 days', 40, 'mg'],
    ['40 mg daily, reduce by 5 mg every week', 40, 'mg'],
    ['40 mg/d, alle 3 Tage um 10 mg reduzieren', 40, 'mg'],
    ['40 mg al día, disminuir 10 mg cada 3 días', 40, 'mg'],
    ['40 mg/jour, diminuer de 10 mg tous les 3 jours', 40, 'mg'],
    ['25 mg daily, increase by 25 mg weekly to target 200 mg', 25, 'mg'],
    ['25 mg daily for 1 week, 50 mg daily for 1 week, then 100 mg daily', 25, 'mg'],
    ['Start 25 mg, titrate to 100 mg', 25, 'mg'],
    ['25 mg week 1, 50 mg week 2, 100 mg week 3', 25, 'mg'],
    ['Woche 1: 25 mg, Woche 2: 50 mg', 25, 'mg'],
    ['semana 1: 25 mg, semana 2: 50 mg', 25, 'mg'],
    ['Load 400 mg x1 then 200 mg daily', 400, 'mg'],
    ['Loading dose 300 mg, then 75 mg daily', 300, 'mg'],
    ['300 mg Ladedosis, dann 75 mg täglich', 300, 'mg'],
    ['carga 300 mg, luego 75 mg al día', 300, 'mg'],
    ['sliding scale: 2 units if 150-200, 4 units if 201-250, 6 units if >250', 2, 'units'],
    ['Insulin per sliding scale', 2, 'units'],
    ['10 units per sliding scale', 10, 'units'],
    ['nach Schema (BZ > 150: 2 IE, > 200: 4 IE)', 2, 'IE'],
    ['Take 2 tablets by mouth in the morning and 1 tablet in the evening', 2, 'tablet'],
    ['10 units in the morning and 14 units in the evening', 10, 'units'],
    ['10 IE morgens, 14 IE abends', 10, 'IE'],
    ['10 unidades por la mañana y 14 unidades por la noche', 10, 'unidades'],
    ['Warfarin: 5 mg Mon/Wed/Fri/Sun, 7.5 mg Tue/Thu/Sat', 5, 'mg'],
    ['7.5mg on Mon, Fri; 5mg all other days', 5, 'mg'],
    ['5 mg daily except 2.5 mg on Mon and Thu', 5, 'mg'],
    ['Falithrom nach INR', 3, 'mg'],
    ['Marcumar nach Plan', 3, 'mg'],
    ['according to INR', 5, 'mg'],
    ['Phenprocoumon Mo 1, Di 1/2 Tablette, Mi 1', 1, 'Tablette'],
    ['2 comprimidos por la mañana y 1 por la noche', 2, 'comprimido'],
    ['40 mg daily, decrease by 5 mg weekly until 5 mg', 40, 'mg'],
    ['Taper as directed', 40, 'mg'],
    ['Prednisolon ausschleichend', 40, 'mg'],
    ['Increase to 50 mg after one week', 25, 'mg'],
  ])('"%s" beside %d %s has no amount, and both are told', (text, value, unit) => {
    const { amount, shortDose, doseText } = doseOf(text, value, unit);
    expect([amount, shortDose]).toEqual([undefined, '']);
    expect(doseText).toContain('(also sent as ');
  });

  test.each([
    ['HOLD 5 mg daily', 5, 'mg'],
    ['5 mg daily - HOLD', 5, 'mg'],
    ['On hold until seen by cardiology', 5, 'mg'],
    ['Do not take', 5, 'mg'],
    ['Do not take this medication until you see your doctor', 5, 'mg'],
    ['STOP taking', 5, 'mg'],
    ['pausiert', 5, 'mg'],
    ['5 mg täglich, derzeit pausiert', 5, 'mg'],
    ['No tomar hasta nuevo aviso', 5, 'mg'],
    ['suspender', 5, 'mg'],
  ])('"%s" says that it is not taken now, so that %d %s is no amount of a day', (text, value, unit) => {
    const { amount, shortDose, doseText } = doseOf(text, value, unit);
    expect([amount, shortDose]).toEqual([undefined, '']);
    expect(doseText).toContain(text);
  });
});

test.each([
  ['5 mg daily PRN', 5, 'mg'],
  ['5 mg bei Bedarf', 5, 'mg'],
  ['5 mg si besoin', 5, 'mg'],
  ['5 mg al bisogno', 5, 'mg'],
  ['5 mg zo nodig', 5, 'mg'],
  ['5 mg si dolor', 5, 'mg'],
  ['5 mg se necessário', 5, 'mg'],
  ['5 mg b. Bed.', 5, 'mg'],
  ['5 mg if needed', 5, 'mg'],
  ['5 mg sos', 5, 'mg'],
])('"%s" beside %d %s is taken when it is needed', (text, value, unit) => {
  const { amount, shortDose } = doseOf(text, value, unit);
  expect([amount, shortDose]).toEqual([undefined, `${value} ${unit} as needed`]);
});
