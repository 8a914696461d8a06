// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { showCompare } from './compareFixture.tsx';
import { lineHeightsIn, pressuresWithRanges, svgTextsIn } from '../../testing/pressureRangesFixture.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

describe('rule 28: the ranges sent with a blood pressure', () => {
  it('are lines in the strip of Compare', async () => {
    const { container } = showCompare(pressuresWithRanges, '#compare=bp-sys');
    await screen.findByText('Reference range systolic 90–140, diastolic 60–85');
    expect(lineHeightsIn(container.querySelector('[data-band="systolic"]'))).toHaveLength(2);
    expect(svgTextsIn(container)).toContain('diastolic reference range 60–85');
  });
});
