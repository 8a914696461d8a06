import { posix, relative, sep } from 'node:path';
import { oneSender } from './oneSender.mjs';
import { placeOf, whyNotImport, whyNotPackage } from './rooms.mjs';
import { textsInCatalogs } from './textsInCatalogs.mjs';
import { tooltips } from './tooltips.mjs';
import { unrememberedFields } from './unrememberedFields.mjs';

/** Says why this import is forbidden; undefined where it is not. `path` is relative to the project's root. */
function whyNot(path, specifier) {
  const from = placeOf(path);
  if (from === undefined) return undefined;
  if (!specifier.startsWith('.')) return whyNotPackage(from, specifier);
  const to = placeOf(posix.join(posix.dirname(path), specifier));
  return to && whyNotImport(from, to);
}

/** Holds the one way of imports (rooms.mjs): static, dynamic, of types, and what is exported again. */
const oneWay = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const path = relative(context.cwd, context.filename).split(sep).join('/');
    const check = (node, source) => {
      if (typeof source?.value !== 'string') return;
      const message = whyNot(path, source.value);
      if (message !== undefined) context.report({ node, message });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal ?? node.argument),
    };
  },
};

export default {
  meta: { name: 'longview' },
  rules: {
    'one-way': oneWay,
    'one-sender': oneSender,
    'texts-in-catalogs': textsInCatalogs,
    tooltips,
    'unremembered-fields': unrememberedFields,
  },
};
