import { html, type Html } from '../pages/html.ts';
import type { PortalWords } from './englishWords.ts';
import { describeScope } from './scopeDescription.ts';

/** Shows each scope in plain words with a box to tick, and their technical names for those who want them. */
export const scopeChoices = (
  requested: readonly string[],
  ticked: readonly string[],
  words: PortalWords,
): Html =>
  html`${requested.map(
      (scope) =>
        html`<label class="option">
          <input type="checkbox" name="scope" value="${scope}" ${ticked.includes(scope) && html`checked`} />
          <span>${describeScope(scope, words)}</span>
        </label>`,
    )}
    <details>
      <summary>${words.technicalNames}</summary>
      <p class="code" lang="en">${requested.join(' ')}</p>
    </details>`;
