// The two functions of js-base64 that fhirclient's PKCE and JWT code calls; browsers and Node have the rest.
export const fromUint8Array = (bytes, urlSafe) => {
  const text = btoa(String.fromCharCode(...bytes));
  return urlSafe ? text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '') : text;
};
export const encodeURL = (text) => fromUint8Array(new TextEncoder().encode(text), true);
