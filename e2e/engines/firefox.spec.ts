import { findFirefox, startFirefox } from './firefox.ts';
import { registerWalk } from './walk.ts';

const path = findFirefox();
registerWalk('Firefox', path === undefined ? undefined : () => startFirefox(path));
