// Stands in for the polyfill that fhirclient lists: every browser and Node version we run on has crypto of its own,
// and the real package drags react-native and its friends into the lock file.
module.exports = { default: globalThis.crypto };
