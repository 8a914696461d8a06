import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_VIEWS } from './savedViews.ts';
import { isSavedViewFragment, savedViewFragment } from './savedViewUrl.ts';

describe('the fragment of a view', () => {
  it('keeps the screen, its results and the window', () => {
    for (const fragment of [
      '#',
      '#window=2y',
      '#window=encounter',
      '#since=30d',
      '#since=visit&window=2y',
      '#compare=k,creat,egfr~62238-1&view=relative&window=30d%7E12',
      '#compare=k&view=points-before-table&moment=35.25d&window=2y',
      '#compare=k&view=table&before=412.25d&window=30d',
      '#compare=k&before=1y',
      '#results=abnormal.changed&panel=renal&window=all',
      '#timeline=medication.report',
      '#series=k&window=72h',
      '#series=map%7Ecalculated',
      '#series=crp&look=fit-log&window=1y',
      ...BUILT_IN_VIEWS.map((view) => view.fragment),
    ])
      expect([fragment, isSavedViewFragment(fragment)]).toEqual([fragment, true]);
  });

  it('leaves out what is no part of it', () => {
    expect(savedViewFragment('')).toBe('#');
    expect(savedViewFragment('#compare=k&moment=2026-11-12&window=2y')).toBe('#compare=k&window=2y');
    expect(savedViewFragment('#compare=k&before=2023-02-06')).toBe('#compare=k');
    expect(savedViewFragment('#results&patient=4711')).toBe('#results');
    expect(savedViewFragment('#window=2026-01-01')).toBe('#');
    expect(savedViewFragment('#series=k&look=edwin')).toBe('#series=k');
    expect(savedViewFragment('#since=2026-08-01')).toBe('#');
    expect(savedViewFragment('#compare=k&since=30d')).toBe('#compare=k');
    expect(savedViewFragment('#compare=k,creat&drug=x0123456789abcdef&view=table')).toBe(
      '#compare=k,creat&view=table',
    );
    expect(savedViewFragment('#since=30d&select=k,creat')).toBe('#since=30d');
  });

  it('rule D6: is none where a result is called by words or by a local code', () => {
    for (const fragment of [
      '#series=text%3Aedwin%20marlowe',
      '#compare=k,text%3Aedwin',
      '#compare=urn%3Aoid%3A1.2%7C4711',
      '#series=%3Cimg%3E',
      '#account=withdrawn',
      '#inspect',
      '#print',
      `#compare=${'k,'.repeat(500)}`,
    ])
      expect([fragment, savedViewFragment(fragment)]).toEqual([fragment, undefined]);
  });

  it('is of our own letters only and the same when it is read again, whatever was written', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'compare=',
        'series=',
        'results',
        'timeline=',
        'window=',
        'view=relative',
        'since=visit',
        'since=',
        'view=points-table',
        'moment=3.5d',
        'before=412d',
        'before=',
        'moment=',
        'k',
        'creat',
        '2y',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const fragment = fc
      .array(fc.tuple(part, fc.constantFrom('&', ',', '', '=', '.')), { maxLength: 8 })
      .map((parts) => `#${parts.flat().join('')}`);
    fc.assert(
      fc.property(fragment, (text) => {
        const saved = savedViewFragment(text) ?? '#';
        expect(saved).toMatch(/^#[\w=&,.%~-]*$/);
        expect(isSavedViewFragment(saved)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
