import { relative } from 'node:path';
import { isShownToReaders } from './rooms.mjs';

const ATTRIBUTE = 'A title opens under a mouse alone: write data-tooltip (src/ui/tooltip/Tooltips.tsx).';
const ELEMENT = 'A <title> in a drawing opens under a mouse alone: write data-tooltip on the shape.';

/** Returns whether a name is of an element of the page. Our components may take a title to show. */
const isElement = (name) => name?.type === 'JSXIdentifier' && /^[a-z]/.test(name.name);

/** A frame is named by its title. https://www.w3.org/WAI/WCAG22/Techniques/html/H64 */
const NAMED_BY_TITLE = ['iframe'];

/** Holds that what a reader needs never stands in a title of the browser, which neither a key nor a finger opens. */
export const tooltips = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    if (!isShownToReaders(relative(context.cwd, context.filename))) return {};
    return {
      JSXOpeningElement(node) {
        if (!isElement(node.name)) return;
        const { name } = node.name;
        if (name === 'title') context.report({ node, message: ELEMENT });
        const title = node.attributes.find(
          (one) => one.type === 'JSXAttribute' && one.name.name === 'title' && !NAMED_BY_TITLE.includes(name),
        );
        if (title) context.report({ node: title, message: ATTRIBUTE });
      },
    };
  },
};
