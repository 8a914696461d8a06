/** This file drags over charts, for the tests of screens. */
import { fireEvent } from '@testing-library/react';
import { FRAME_INSET_PX } from '../charts/axis/frame.ts';

/** Drags over a time axis or a curve, from one place to another. Both are fractions of its width. */
export function dragBrush(zone: HTMLElement, from: number, to: number, pointerType = 'mouse'): void {
  const width = Number(zone.dataset['timeWidth']) - FRAME_INSET_PX.left - FRAME_INSET_PX.right;
  const at = (part: number) => ({
    pointerType,
    pointerId: 1,
    isPrimary: true,
    clientX: FRAME_INSET_PX.left + part * width,
  });
  zone.setPointerCapture = () => undefined;
  fireEvent.pointerDown(zone, { ...at(from), button: 0, buttons: 1 });
  fireEvent.pointerMove(zone, { ...at((from + to) / 2), buttons: 1 });
  fireEvent.pointerMove(zone, { ...at(to), buttons: 1 });
  fireEvent.pointerUp(zone, { ...at(to), buttons: 0 });
}
