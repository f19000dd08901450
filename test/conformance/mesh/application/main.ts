import { ApplicationSettings } from './protocol';
import { startServers } from './server';

// The program that stands in for a microservice's container: node main.js '{"name": …}' (ApplicationSettings).
const settings = JSON.parse(process.argv[2] ?? '{}') as ApplicationSettings;
if (settings.user !== undefined) {
  // All modules are loaded by now: that user need not be able to read the checkout.
  process.setgroups?.([]);
  process.setgid?.(settings.user);
  process.setuid?.(settings.user);
}
void startServers(settings);
