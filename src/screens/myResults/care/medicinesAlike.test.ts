import { expect, test } from 'vitest';
import { madeCourse, madeDoseStep } from '../../../testing/madeEventsFixture.ts';
import { medicinesNow } from './medicinesNow.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');

const step = (start: string, end: string, more: object = {}) => madeDoseStep(start, end, 5, more);

test('what is on hold, or may have ended, names what goes on in another strength', () => {
  const neighbours = [{ name: 'warfarin 2 MG', spansMs: [[0, Infinity]] as const }];
  const placesOf = (one: ReturnType<typeof madeDoseStep>) =>
    medicinesNow([{ ...madeCourse('warfarin 5 MG', [one]), neighbours }], NOW, 'UTC');
  expect(placesOf(step('2026-03-01', '', { status: 'on-hold', isNotDone: true })).onHold).toMatchObject([
    { neighbours: 'warfarin 2 MG' },
  ]);
  expect(placesOf(step('2026-03-01', '')).notClear).toMatchObject([{ neighbours: 'warfarin 2 MG' }]);
  expect(placesOf(step('2026-03-01', '', { status: 'stopped' })).ended).toMatchObject([
    { neighbours: 'warfarin 2 MG' },
  ]);
});

test('what may be the same medicine under another name is named beside it', () => {
  const course = {
    ...madeCourse('Amlodipine 5 MG', [step('2026-03-01', '…')]),
    neighbours: [
      { name: 'amlodipine', spansMs: [[0, Infinity]] },
      { name: 'amlodipine ER', spansMs: [[0, Infinity]] as const, isOtherForm: true },
    ],
  } as const;
  expect(medicinesNow([course], NOW, 'UTC').inUse).toMatchObject([
    { neighbours: 'amlodipine', otherForms: 'amlodipine ER' },
  ]);
  expect(medicinesNow([madeCourse('Warfarin', [step('2026-03-01', '…')])], NOW, 'UTC').inUse).toMatchObject([
    { neighbours: '' },
  ]);
});
