// fhirclient's Client can send the token anywhere. The handshake needs only the state that it holds.
export default class Client {
  constructor(environment, state) {
    this.environment = environment;
    this.state = state;
  }
}
