import { relative } from 'node:path';
import { isShownToReaders } from './rooms.mjs';

/** These fields hold no text that a person typed or that comes from the record. */
const WITHOUT_TEXT = ['checkbox', 'radio', 'range', 'button', 'submit', 'reset'];

const MESSAGE = {
  input: 'A browser keeps the text of a field on the disk: write autoComplete="off".',
  textarea:
    'A browser keeps the text of a field on the disk: use TextToCopy, or a form with autoComplete="off" right around it.',
};

/** Returns the text of an attribute; undefined where it is absent or computed. */
const attributeOf = (element, name) =>
  element.attributes.find(({ type, name: own }) => type === 'JSXAttribute' && own.name === name)?.value
    ?.value;

const isUnremembered = (element) => attributeOf(element, 'autoComplete') === 'off';

/**
 * Holds that no field with a text is remembered: a browser writes what stands there into the file from which it restores its
 * windows, where it outlasts the session. A field of several lines has no switch of its own and heeds its form.
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#attr-fe-autocomplete
 */
export const unrememberedFields = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    if (!isShownToReaders(relative(context.cwd, context.filename))) return {};
    return {
      JSXOpeningElement(node) {
        const { name } = node.name;
        if (name === 'input' && !WITHOUT_TEXT.includes(attributeOf(node, 'type')) && !isUnremembered(node))
          context.report({ node, message: MESSAGE.input });
        const around = node.parent.parent;
        const isInForm =
          around.type === 'JSXElement' &&
          around.openingElement.name.name === 'form' &&
          isUnremembered(around.openingElement);
        if (name === 'textarea' && !isInForm) context.report({ node, message: MESSAGE.textarea });
      },
    };
  },
};
