import { findDisplay, findWebKit, startWebKit } from './webkit.ts';
import { registerWalk } from './walk.ts';

const [driver, display] = [findWebKit(), findDisplay()];
registerWalk(
  'WebKit (with Xvfb)',
  driver === undefined || display === undefined ? undefined : () => startWebKit(driver, display),
);
