// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import type * as ReactModule from 'react';
import type * as ReactDomModule from 'react-dom';
import type * as ClientModule from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { slimRenderer } from './unusedReact.ts';

// What the build ships: React's production files, and of them the renderer without its unused parts.
const file = (path: string): string => readFileSync(`node_modules/${path}`, 'utf8');
const whole = file('react-dom/cjs/react-dom-client.production.js');
function load(code: string, modules: Readonly<Record<string, unknown>> = {}): object {
  const exported = {};
  // oxlint-disable-next-line typescript/no-implied-eval -- CommonJS read by hand, with the modules that it shall get
  new Function('require', 'exports', code)((name: string) => modules[name], exported);
  return exported;
}
const React = load(file('react/cjs/react.production.js')) as typeof ReactModule;
const ReactDom = load(file('react-dom/cjs/react-dom.production.js'), {
  react: React,
}) as typeof ReactDomModule;
const scheduler = load(file('scheduler/cjs/scheduler.production.js'));
const { createRoot, hydrateRoot } = load(slimRenderer(whole), {
  react: React,
  'react-dom': ReactDom,
  scheduler,
}) as typeof ClientModule;
const h = React.createElement;

function shown(element: ReactModule.ReactNode) {
  const place = document.body.appendChild(document.createElement('div'));
  const fault = vi.fn<(error: unknown) => void>();
  const root = createRoot(place, { onUncaughtError: fault });
  const draw = (next: ReactModule.ReactNode): void => ReactDom.flushSync(() => root.render(next));
  draw(element);
  return { place, fault, draw, root };
}
afterEach(() => document.body.replaceChildren());

test('state, effects, stores, deferred values, portals, fragments and events work', async () => {
  const log: string[] = [];
  const store = { value: 1, tell: (): void => undefined };
  const subscribe = (tell: () => void) => {
    store.tell = tell;
    return () => log.push('unsubscribed');
  };
  function Counter({ keys }: { keys: readonly string[] }) {
    const [count, setCount] = React.useState(0);
    const stored = React.useSyncExternalStore(subscribe, () => store.value);
    const deferred = React.useDeferredValue(count);
    const [, startTransition] = React.useTransition();
    React.useLayoutEffect(() => {
      log.push(`effect ${count}`);
      return () => void log.push(`cleared ${count}`);
    }, [count]);
    return h(
      React.Fragment,
      null,
      h('button', { onClick: () => setCount(count + 1) }, `${count}/${deferred}/${stored}`),
      h('i', { onClick: () => startTransition(() => setCount(10)) }),
      keys.map((key) => h('b', { key }, key)),
      h('svg', null, h('title', null, 'inside a drawing')),
      ReactDom.createPortal(h('em', null, 'elsewhere'), document.body),
    );
  }
  const { place, fault, draw, root } = shown(
    h(React.StrictMode, null, h(Counter, { keys: ['a', 'b', 'c'] })),
  );
  const text = (): string | null | undefined => place.querySelector('button')?.textContent;
  expect(text()).toBe('0/0/1');
  expect(place.querySelector('title')?.textContent).toBe('inside a drawing');
  expect(document.querySelector('body > em')?.textContent).toBe('elsewhere');
  place.querySelector('button')?.click();
  await vi.waitFor(() => expect(text()).toBe('1/1/1'));
  store.value = 2;
  store.tell();
  await vi.waitFor(() => expect(text()).toBe('1/1/2'));
  place.querySelector('i')?.click();
  await vi.waitFor(() => expect(text()).toBe('10/10/2'));
  draw(h(React.StrictMode, null, h(Counter, { keys: ['c', 'x', 'a'] })));
  expect([...place.querySelectorAll('b')].map(({ textContent }) => textContent).join('')).toBe('cxa');
  ReactDom.flushSync(() => root.unmount());
  expect(place.childNodes).toHaveLength(0);
  expect(document.querySelector('em')).toBe(null);
  expect(log).toEqual([
    'effect 0',
    'cleared 0',
    'effect 1',
    'cleared 1',
    'effect 10',
    'cleared 10',
    'unsubscribed',
  ]);
  expect(fault).not.toHaveBeenCalled();
});

test('Suspense, lazy parts, error boundaries and inputs work', async () => {
  const Late = React.lazy(async () => ({ default: () => h('p', null, 'there') }));
  const { place, fault, draw } = shown(
    h(React.Suspense, { fallback: 'waiting' }, h('b', null, 'beside'), h(Late)),
  );
  expect(place.textContent).toBe('waiting');
  await vi.waitFor(() => expect(place.textContent).toBe('besidethere'));

  class Boundary extends React.Component<{ children: ReactModule.ReactNode }> {
    override state = { message: '' };
    static getDerivedStateFromError = (error: Error) => ({ message: error.message });
    override render = () =>
      this.state.message === '' ? this.props.children : h('p', null, this.state.message);
  }
  const Broken = () => {
    throw new Error('broken');
  };
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  draw(h(Boundary, null, h(Broken)));
  expect(place.textContent).toBe('broken');

  const typed = vi.fn<(value: string) => void>();
  draw(
    h('input', { value: 'K', onChange: (event: { target: HTMLInputElement }) => typed(event.target.value) }),
  );
  const input = place.querySelector('input');
  expect(input?.value).toBe('K');
  if (input !== null)
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'Na');
  input?.dispatchEvent(new Event('input', { bubbles: true }));
  expect(typed).toHaveBeenCalledWith('Na');
  expect(fault).not.toHaveBeenCalled();
});

test.each<[string, () => ReactModule.ReactNode]>([
  ['Activity', () => h(React.Activity, null, 'x')],
  ['Profiler', () => h(React.Profiler, { id: 'x', onRender: () => undefined }, 'x')],
  [
    'ViewTransition',
    () => h('ViewTransition' in React ? (React.ViewTransition as never) : 'nothing', null, 'x'),
  ],
  ['a Fragment ref', () => h(React.Fragment, { ref: () => undefined } as object, h('p'))],
  ['title in the page', () => h('title', null, 'x')],
  ['useActionState', () => h(() => h('p', null, React.useActionState(() => 1, 0)[0]))],
  ['useOptimistic', () => h(() => h('p', null, React.useOptimistic(1)[0]))],
  ['useFormStatus', () => h(() => h('p', null, String(ReactDom.useFormStatus().pending)))],
])('%s is left out and says so', (_, element) => {
  const { fault } = shown(element());
  expect(fault).toHaveBeenCalled();
});

test('hydration and preloading are left out', () => {
  expect(hydrateRoot).toBe(undefined);
  expect(() => ReactDom.preload('./x.js', { as: 'script' })).toThrow(TypeError);
});

test('another React stops the build', { timeout: 20_000 }, () => {
  expect(() => slimRenderer(whole.replaceAll('19.3.1', '19.4.0'))).toThrow(/Read it again/);
  expect(() => slimRenderer(whole.replaceAll('popHydrationState', 'leaveHydration'))).toThrow(
    /what was to be left out: popHydrationState$/,
  );
  expect(() => slimRenderer(whole.replace('isHydrating = !1,', 'isHydrating = !0,'))).toThrow(
    /isHydrating begins with !0/,
  );
});
