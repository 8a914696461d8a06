// fhirclient's `debug` prints token requests and answers once localStorage.debug is set. This one prints nothing.
const log = () => {};
log.extend = () => log;
module.exports = () => log;
