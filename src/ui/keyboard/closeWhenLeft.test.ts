// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { closeWhenLeft } from './closeWhenLeft.ts';

const hide = vi.fn<() => void>();
let menu: HTMLElement;

const byId = (id: string): HTMLElement => document.querySelector(`#${id}`)!;
const goTo = (id: string) => closeWhenLeft({ currentTarget: menu, relatedTarget: byId(id) });

beforeEach(() => {
  hide.mockClear();
  document.body.innerHTML =
    '<button id="before"></button><button id="opener" popovertarget="menu"></button><div id="menu" popover><a id="first" href="#"></a></div><button id="after"></button>';
  menu = byId('menu');
  menu.hidePopover = hide;
});

test('a menu closes when the focus leaves it for the page, and not for one of its own, its button or another window', () => {
  for (const id of ['first', 'opener']) goTo(id);
  closeWhenLeft({ currentTarget: menu, relatedTarget: null });
  expect(hide).not.toHaveBeenCalled();
  goTo('after');
  expect(hide).toHaveBeenCalledOnce();
});

test('it closes when the focus goes back through its button to the page, and not from there into it', () => {
  byId('opener').focus();
  goTo('opener');
  byId('first').focus();
  expect(hide).not.toHaveBeenCalled();
  byId('opener').focus();
  goTo('opener');
  byId('before').focus();
  expect(hide).toHaveBeenCalledOnce();
});
