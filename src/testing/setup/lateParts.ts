/**
 * Parts that a screen loads late have to be transformed first, which takes seconds on a busy machine. A test waits for what it names, and
 * how long that takes is no fault of the app. The default is one second.
 */
import { configure } from '@testing-library/dom';

configure({ asyncUtilTimeout: 20_000 });
