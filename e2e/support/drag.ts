import type { Locator } from '@playwright/test';

/** Drags along a time axis. `from` and `to` are shares of its width. */
export async function drag(
  axis: Locator,
  from: number,
  to: number,
  whileHeld = async () => {},
): Promise<void> {
  const { mouse } = axis.page();
  const { x, y, width, height } = (await axis.boundingBox())!;
  const at = (part: number) => x + 4 + part * (width - 10);
  await mouse.move(at(from), y + height / 2);
  await mouse.down();
  await mouse.move(at((from + to) / 2), y + height / 2);
  await mouse.move(at(to), y + height / 2);
  await whileHeld();
  await mouse.up();
}
