import { relative, sep } from 'node:path';
import { placeOf } from './rooms.mjs';

const MESSAGE = 'A text that a reader sees stands in the catalog of its area, a file `*.messages.ts`.';

/** These attributes are read to a person, whether a browser's own or one of our components'. */
const READ_ALOUD =
  /^(?:aria-(?:label|description|roledescription|valuetext)|data-tooltip|title|alt|placeholder|label|heading|caption|hint|note|lead|summary|text)$/;

const A_WORD = /\p{L}{2}/u;

/** Two words stand beside each other. A single word may as well be a key of the keyboard or a type of FHIR. */
const WORDS = /\p{L}{2,}[,.;:…)]? \(?\p{L}{2,}/u;

/** An error that is thrown is read by engineers; what a reader sees of it has a text of its own. */
const isOfError = ({ type, callee }) => type === 'NewExpression' && callee.name?.endsWith('Error');

/**
 * Holds that texts stand in catalogs: a change of a word changes one line. Names of components, keys and codes are no texts.
 */
export const textsInCatalogs = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const path = relative(context.cwd, context.filename).split(sep).join('/');
    const place = placeOf(path);
    if (place === undefined || place.isTest || ['gallery', 'testing', 'sandbox'].includes(place.stage))
      return {};
    if (path.endsWith('.messages.ts')) return {};
    const check = (node, text) => {
      if (WORDS.test(text) && !isOfError(node.parent)) context.report({ node, message: MESSAGE });
    };
    return {
      JSXText(node) {
        if (A_WORD.test(node.value)) context.report({ node, message: MESSAGE });
      },
      Literal(node) {
        if (typeof node.value !== 'string') return;
        const { parent } = node;
        if (parent.type !== 'JSXAttribute') check(node, node.value);
        else if (READ_ALOUD.test(parent.name.name) && A_WORD.test(node.value))
          context.report({ node, message: MESSAGE });
      },
      TemplateLiteral(node) {
        check(node, node.quasis.map(({ value }) => value.cooked).join(''));
      },
    };
  },
};
