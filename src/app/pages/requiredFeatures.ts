// The first thing on both pages. In a browser that lacks what they need one of these lines throws, nothing further runs, and
// the line at the end of the page (build/htmlPages.ts) finds no flag and shows the static message.
AbortSignal.any([]);
URL.canParse(location.href);
// oxlint-disable-next-line typescript/require-array-sort-compare -- nothing to sort
[].toSorted();
// oxlint-disable-next-line no-unused-expressions, typescript/unbound-method -- an insecure address has no `subtle`
crypto.subtle.digest;
// The one policy that the headers allow, taken before anybody else can. It has no rules: it refuses everything.
self.trustedTypes?.createPolicy('longview', {});
self.longview = true;
