import { html, type Html } from '../pages/html.ts';
import { describeScope } from '../pages/scopeDescription.ts';

/** Shows each scope in plain words with a box to tick, and their technical names for those who want them. */
export const scopeChoices = (requested: readonly string[], ticked: readonly string[]): Html =>
  html`${requested.map(
      (scope) =>
        html`<label class="option">
          <input type="checkbox" name="scope" value="${scope}" ${ticked.includes(scope) && html`checked`} />
          <span>${describeScope(scope)}</span>
        </label>`,
    )}
    <details>
      <summary>Technical names</summary>
      <p class="code">${requested.join(' ')}</p>
    </details>`;
