/**
 * Returns the FHIR base that `--fhir` names, without a slash at its end. It is the only server that the sandbox asks.
 * @throws {Error} that says what is wrong with the address
 */
export function upstreamBase(text: string): string {
  const wrong = (why: string): Error =>
    new Error(`--fhir ${text}: ${why}; expected a FHIR base such as http://127.0.0.1:8080/fhir.`);
  if (!URL.canParse(text)) throw wrong('this is no address');
  const { protocol, username, password, search, hash, origin, pathname } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') throw wrong('this is neither http nor https');
  // The sandbox sends no credentials, and would print these.
  if (username !== '' || password !== '') throw new Error('--fhir: an address with a password is not used.');
  if (search !== '' || hash !== '') throw wrong('a FHIR base has no query and no fragment');
  return origin + pathname.replace(/\/+$/, '');
}

/** Returns the address of a link if it lies below the FHIR base, or why it is not followed. */
export function linkBelowBase(
  link: string,
  base: string,
): { readonly address: string } | { readonly refusal: string } {
  if (!URL.canParse(link, `${base}/`))
    return { refusal: 'The server behind sent a next link that is no address.' };
  const { origin, pathname, href, username, password } = new URL(link, `${base}/`);
  const own = new URL(base);
  if (origin !== own.origin) {
    return {
      refusal: `The server behind sent a next link to ${origin}, and only ${own.origin} is asked. Tell that server its own address.`,
    };
  }
  const basePath = base.slice(own.origin.length);
  const isBelow = pathname === basePath || pathname.startsWith(`${basePath}/`);
  if (!isBelow || username !== '' || password !== '')
    return { refusal: 'The server behind sent a next link that leads out of its FHIR base.' };
  return { address: href };
}
