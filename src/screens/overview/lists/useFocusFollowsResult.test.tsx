// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useRef, type ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { ListColumns } from './ListColumns.tsx';
import { useFocusFollowsResult } from './useFocusFollowsResult.ts';

afterEach(cleanup);

const linkTo = (name: string) => (
  <a href={`#series=${name}`} data-series={name}>
    {name}
  </a>
);

type ScreenProps = {
  /** These are the numbers of lines of the lists before that of potassium. */
  readonly before: readonly number[];
  readonly columns?: number;
  readonly curve?: ReactNode;
  readonly hasPotassium?: boolean;
};

function Lists({ before, columns = 2, hasPotassium = true }: ScreenProps) {
  const section = useRef<HTMLElement>(null);
  useFocusFollowsResult(section);
  const sections = [
    ...before.map((lineCount, index) => ({ key: `list ${index}`, lineCount, content: linkTo(`na${index}`) })),
    ...(hasPotassium ? [{ key: 'k', lineCount: 2, content: linkTo('k') }] : []),
  ];
  return (
    <section ref={section}>
      <ListColumns {...{ sections, columns }} />
    </section>
  );
}

const Screen = (props: ScreenProps) => (
  <>
    <button type="button">Zoom in</button>
    <main>
      {props.curve}
      <Lists {...props} />
    </main>
  </>
);

const line = (name: string) => screen.getByRole('link', { name });
/** What is drawn anew is seen by an observer, after the drawing. */
const settled = () => new Promise<void>((resolve) => void setTimeout(resolve));

test.each<[string, ScreenProps]>([
  ['a list goes into another column', { before: [9, 2] }],
  ['the window has room for one column', { before: [2, 2], columns: 1 }],
  ['a list before it goes across', { before: [13, 2] }],
  ['a line becomes a curve', { before: [2, 2], hasPotassium: false, curve: linkTo('k') }],
])('the result in focus keeps it when %s', async (_, after) => {
  const view = render(<Screen before={[2, 2]} />);
  const drawnFirst = line('k');
  drawnFirst.focus();
  view.rerender(<Screen {...after} />);
  await settled();
  expect(drawnFirst.isConnected).toBe(false);
  expect(document.activeElement).toBe(line('k'));
});

test('no other result gets the focus when the one in focus is gone', async () => {
  const view = render(<Screen before={[2, 2]} />);
  line('k').focus();
  view.rerender(<Screen before={[2, 2]} hasPotassium={false} />);
  await settled();
  expect(document.activeElement).toBe(document.body);
});

test.each<[string, () => void]>([
  ['pressed elsewhere', () => void fireEvent.pointerDown(document.body)],
  [
    'went to the header and left it',
    () => {
      screen.getByRole('button').focus();
      screen.getByRole('button').blur();
    },
  ],
])('a reader who %s while the result was gone is not called back to it', async (_, goOn) => {
  const view = render(<Screen before={[2, 2]} />);
  line('k').focus();
  view.rerender(<Screen before={[2, 2]} hasPotassium={false} />);
  await settled();
  goOn();
  view.rerender(<Screen before={[2, 2]} />);
  await settled();
  expect(document.activeElement).toBe(document.body);
});

test('a result that comes back a moment later has the focus again', async () => {
  const view = render(<Screen before={[2, 2]} />);
  line('k').focus();
  view.rerender(<Screen before={[2, 2]} hasPotassium={false} />);
  await settled();
  view.rerender(<Screen before={[9, 2]} />);
  await settled();
  expect(document.activeElement).toBe(line('k'));
});

test('a focus that went on stays where it is', async () => {
  const view = render(<Screen before={[2, 2]} />);
  line('k').focus();
  screen.getByRole('button').focus();
  view.rerender(<Screen before={[9, 2]} />);
  await settled();
  expect(document.activeElement).toBe(screen.getByRole('button'));
});

test('a result that its reader left does not take the focus back', async () => {
  const view = render(<Screen before={[2, 2]} />);
  line('k').focus();
  line('k').blur();
  await settled();
  view.rerender(<Screen before={[9, 2]} />);
  await settled();
  expect(document.activeElement).toBe(document.body);
});
