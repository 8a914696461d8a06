import { afterEach, describe, expect, test, vi } from 'vitest';
import { createPageTaker, takeInSlices, nextTask } from './timeSlicing.ts';

afterEach(() => vi.unstubAllGlobals());

const items = Array.from({ length: 95 }, (_, i) => i);

/** Makes each look at the clock come so many milliseconds later. */
const passing = (ms: number): void => {
  let now = 0;
  vi.stubGlobal('performance', { now: () => (now += ms) });
};

test.each([
  ['work is quick', 0],
  ['each look at the clock comes late', 50],
])('every item is taken once and in order when %s', async (_, ms) => {
  passing(ms);
  const taken: number[] = [];
  await takeInSlices(items, (some) => taken.push(...some));
  expect(taken).toEqual(items);
});

test('quick work is done in one task, slow work lets others in between', async () => {
  const tasksWhile = async (ms: number): Promise<number> => {
    passing(ms);
    let tasks = 0;
    let isDone = false;
    const count = (): void => {
      if (isDone) return;
      tasks++;
      setImmediate(count);
    };
    setImmediate(count);
    await takeInSlices(items, () => undefined);
    isDone = true;
    return tasks;
  };
  expect(await tasksWhile(0)).toBe(0);
  expect(await tasksWhile(50)).toBeGreaterThanOrEqual(4);
});

test('the next task comes after all that is left of this one, and after a task that was asked for before', async () => {
  const seen: string[] = [];
  const tasks = [
    nextTask().then(() => seen.push('first task')),
    nextTask().then(() => seen.push('second task')),
  ];
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
  seen.push('this task');
  await Promise.all(tasks);
  expect(seen).toEqual(['this task', 'first task', 'second task']);
});

describe('in a page', () => {
  let paint: () => void = () => undefined;
  const showPage = (visibilityState: string): void => {
    vi.stubGlobal('document', { visibilityState });
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => (paint = callback));
  };
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

  const noPart = (): void => undefined;

  test('the first results are painted before more are taken, and later ones are not waited for', async () => {
    showPage('visible');
    const taken: unknown[] = [];
    const taker = createPageTaker((some) => taken.push(...some));
    const hasCurve = () => taken.length > 0;
    void taker.take([], hasCurve, noPart);
    void taker.take([1], hasCurve, noPart);
    void taker.take([2], hasCurve, noPart);
    const last = taker.take([3], hasCurve, noPart);
    await settle();
    expect(taken).toEqual([1]);
    paint();
    await last;
    expect(taken).toEqual([1, 2, 3]);
  });

  test('the first results are drawn, painted and marked before more are taken', async () => {
    vi.stubGlobal('document', { visibilityState: 'visible' });
    // A frame comes at once, whether something was drawn or not.
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setImmediate(callback));
    const seen: string[] = [];
    const taker = createPageTaker(([page]) => seen.push(`take ${String(page)}`));
    const hasCurve = () => seen.length > 0;
    // The query tells its observers in a timer, and the mark is set in a timer after the frame.
    const draw = (): void => {
      seen.push('draw');
      requestAnimationFrame(() => setTimeout(() => seen.push('mark')));
    };
    await Promise.all([
      taker.take([1], hasCurve, noPart).then(() => setTimeout(draw)),
      taker.take([2], hasCurve, noPart),
    ]);
    expect(seen).toEqual(['take 1', 'draw', 'mark', 'take 2']);
  });

  test('the first curves of a long page are told of and painted before its rest is taken', async () => {
    showPage('visible');
    const taken: unknown[] = [];
    const taker = createPageTaker((some) => taken.push(...some));
    const hasCurve = () => taken.length > 0;
    const long = Array.from({ length: 1000 }, (_, i) => i);
    const told: number[] = [];
    const tellPart = (): void => void told.push(taken.length);
    const first = taker.take(long, hasCurve, tellPart);
    await settle();
    expect(told).toEqual([taken.length]);
    expect(taken.length).toBeLessThan(long.length / 2);
    paint();
    await first;
    expect(taken).toEqual(long);
    await taker.take(long, hasCurve, tellPart);
    expect(taken).toEqual([...long, ...long]);
    expect(told).toHaveLength(1);
  });

  test('no page after the first curve is asked whether it is enough, because that builds all series', async () => {
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setImmediate(callback));
    const taker = createPageTaker(() => undefined);
    const isEnough = vi.fn<() => boolean>(() => true);
    await taker.take([1], isEnough, noPart);
    expect(isEnough).toHaveBeenCalledTimes(1);
    await taker.take([2], isEnough, noPart);
    await taker.take([3], isEnough, noPart);
    expect(isEnough).toHaveBeenCalledTimes(1);
  });

  test('a page waits until it is taken to its end, also one that cannot be taken', async () => {
    const taker = createPageTaker(([page]) => {
      if (page === 2) throw new Error('broken');
    });
    const first = taker.take([1], () => false, noPart);
    const second = taker.take([2], () => false, noPart);
    expect(taker.waiting()).toBe(2);
    await first;
    expect(taker.waiting()).toBe(1);
    await expect(second).rejects.toThrow('broken');
    expect(taker.waiting()).toBe(0);
  });

  test('a long page without a curve at its beginning is taken to its end', async () => {
    showPage('visible');
    const taken: unknown[] = [];
    const taker = createPageTaker((some) => taken.push(...some));
    const hasCurve = () => taken.includes(999);
    const tellPart = vi.fn<() => void>();
    await taker.take(
      Array.from({ length: 1000 }, (_, i) => i),
      hasCurve,
      tellPart,
    );
    expect(taken).toHaveLength(1000);
    expect(tellPart).not.toHaveBeenCalled();
  });

  test('where whole pages are awaited, nothing is told of a part', async () => {
    showPage('visible');
    const taken: unknown[] = [];
    const taker = createPageTaker((some) => taken.push(...some));
    const long = Array.from({ length: 1000 }, (_, i) => i);
    const tellPart = vi.fn<() => void>();
    await taker.take(long, (isWholePage) => isWholePage, tellPart);
    const next = taker.take([1000], () => true, tellPart);
    await settle();
    expect(taken).toEqual(long);
    paint();
    await next;
    expect(taken).toHaveLength(1001);
    expect(tellPart).not.toHaveBeenCalled();
  });

  test.each([
    ['that is hidden', 'hidden'],
    ['whose frame does not come', 'visible'],
  ])('%s everything is taken all the same', async (_, visibility) => {
    showPage(visibility);
    const taken: unknown[] = [];
    const taker = createPageTaker((some) => taken.push(...some));
    const hasCurve = () => taken.length > 0;
    await Promise.all([1, 2, 3].map((i) => taker.take([i], hasCurve, noPart)));
    expect(taken).toEqual([1, 2, 3]);
  });
});

test('nothing is taken of an empty page', async () => {
  const take = vi.fn<() => void>();
  await takeInSlices([], take);
  expect(take).not.toHaveBeenCalled();
});
