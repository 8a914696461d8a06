import { relative, sep } from 'node:path';
import { placeOf } from './rooms.mjs';

/** This room alone may send. */
const SENDER = 'network';

/** A browser offers these ways to send a request. https://developer.mozilla.org/docs/Web/API lists them. */
const SENDS = [
  'fetch',
  'fetchLater',
  'XMLHttpRequest',
  'EventSource',
  'sendBeacon',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'RTCPeerConnection',
  'importScripts',
];

/** These keep an answer on the disk beyond the session: the Cache API, databases, files, cookies, a worker that answers for us. */
const KEEPS = ['caches', 'indexedDB', 'getDirectory', 'cookie', 'cookieStore', 'serviceWorker'];

const messageFor = (name) =>
  SENDS.includes(name)
    ? `${name}: every request goes through sendRequest of src/network/serverRequest.ts.`
    : `${name}: nothing of a session may be kept on the disk.`;

/** Returns whether this identifier names something of its own: a declaration, or the key of an object that is written here. */
function isOwnName(node) {
  const { parent } = node;
  if (parent.type === 'FunctionDeclaration') return parent.id === node;
  if (parent.type === 'Property' && parent.parent.type === 'ObjectExpression')
    return parent.key === node && !parent.computed && !parent.shorthand;
  return ['TSPropertySignature', 'TSMethodSignature'].includes(parent.type);
}

/** Holds that one room alone sends requests, however the way out is written, and that no answer is kept on the disk. */
export const oneSender = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const place = placeOf(relative(context.cwd, context.filename).split(sep).join('/'));
    if (place === undefined || place.isTest || [SENDER, 'sandbox'].includes(place.stage)) return {};
    const names = new Set([...SENDS, ...KEEPS]);
    const check = (node, name) => {
      if (names.has(name)) context.report({ node, message: messageFor(name) });
    };
    return {
      Identifier: (node) => {
        if (!isOwnName(node)) check(node, node.name);
      },
      // `window['fetch']` and `Reflect.get(window, 'fetch')` name it as a text.
      Literal: (node) => check(node, node.value),
      TemplateElement: (node) => check(node, node.value.cooked),
    };
  },
};
