// This is the first code on both pages. In a browser that lacks what they need, one of these lines throws and
// nothing further runs. The line at the end of the page (build/htmlPages.ts) then finds no flag and shows the
// static message.
// The browser gives a page that was opened from a file no origin, and no server sends its sign-in back to one.
if (location.protocol === 'file:') throw new Error('file');
AbortSignal.any([]);
URL.canParse(location.href);
// oxlint-disable-next-line typescript/require-array-sort-compare -- nothing to sort
[].toSorted();
// oxlint-disable-next-line no-unused-expressions, typescript/unbound-method -- an insecure address has no `subtle`
crypto.subtle.digest;
// The headers allow this policy only, and it is taken before anybody else can. It has no rules, so it refuses
// everything.
self.trustedTypes?.createPolicy('longview', {});
self.longview = true;
