import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseChanges } from './courseChanges.ts';
import { courseFrom, dosage, order, medicationStepFrom } from '../../testing/eventsFromFhirFixture.ts';
import type { MedicationStep } from './medicationSteps.ts';
import { hasKnownExtent } from './stepTimes.ts';

const dayText = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);

const stated = (id: string, start: string, end: string | undefined, value: number): MedicationStep =>
  medicationStepFrom('MedicationStatement', {
    id,
    status: end === undefined ? 'active' : 'completed',
    effectivePeriod: { start, end },
    dosage: [dosage(value)],
  });

const steps = fc
  .array(
    fc.record({
      isOrder: fc.boolean(),
      day: fc.integer({ min: 0, max: 40 }),
      days: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
      dose: fc.constantFrom(5, 10, 20),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((all) =>
    all.map(({ isOrder, day, days, dose }, i) => {
      const end = days === undefined ? undefined : dayText(day + days);
      return (isOrder ? order : stated)(`m${i}`, dayText(day), end, dose);
    }),
  );

test('whatever overlaps: begun first, nothing after a stop but a new beginning, and no stop of what is given', () => {
  fc.assert(
    fc.property(steps, (made) => {
      const course = courseFrom(...made);
      const changes = courseChanges(course);
      const isRight = changes.map(
        ({ sign }, i) => (sign === '+') === (i === 0 || changes[i - 1]?.sign === '−'),
      );
      expect(isRight).not.toContain(false);
      const given = changes
        .filter(({ sign }) => sign === '−')
        .flatMap(({ atMs }) =>
          course.steps.filter(
            (step) =>
              hasKnownExtent(step) && step.startMs <= atMs && (step.isOngoing || (step.endMs ?? 0) > atMs),
          ),
        );
      expect(given).toEqual([]);
      expect(changes.at(-1)?.sign === '−').toBe(!course.steps.some(({ isOngoing }) => isOngoing));
    }),
    { numRuns: 2000 },
  );
});
