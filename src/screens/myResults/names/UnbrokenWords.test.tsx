// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { UnbrokenWords } from './UnbrokenWords.tsx';

afterEach(cleanup);

/** Returns the words of a name that stay in one line, and all its text. */
function drawn(name: string) {
  const { container } = render(<UnbrokenWords name={name} />);
  const whole = [...container.querySelectorAll('span')].map(({ textContent }) => textContent);
  return { whole, text: container.textContent };
}

test.each([
  ['Heart hormone fragment (NT-proBNP)', ['(NT-proBNP)']],
  ['Filtrado de los riñones (TFGe) – fórmula CKD-EPI 2009', ['CKD-EPI']],
  ['3-month blood sugar (A1c)', ['3-month']],
  ['Potassium', []],
  // Longer words have to break on a phone.
  ['Gammaglutamyl-transpeptidase-activity', []],
  ['Transglutaminase-IgA', []],
  ['', []],
])('of "%s" no short word breaks at its hyphen', (name, whole) => {
  expect(drawn(name)).toEqual({ whole, text: name });
});
