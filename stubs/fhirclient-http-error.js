// fhirclient puts the address and body of a failed request into its error. Of a failed exchange we read the answer
// ourselves (src/smart/authorization/tokenRequest.ts), so this error says nothing.
export default class HttpError extends Error {
  async parse() {}
}
