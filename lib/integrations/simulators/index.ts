import 'server-only';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { env } from '@/lib/config/env';
import { businessRegistryVerbs } from '@/lib/integrations/business-registry/port';
import { simulatedBusinessRegistry } from '@/lib/integrations/business-registry/simulator';
import type { Port, Verbs } from '@/lib/integrations/exchange';
import { mailVerbs } from '@/lib/integrations/mail/port';
import { simulatedMail } from '@/lib/integrations/mail/simulator';
import { simulatedNationalPortal } from '@/lib/integrations/national-portal/simulator';
import { nationalPortalWire } from '@/lib/integrations/national-portal/wire';
import { type Payment, paymentVerbs } from '@/lib/integrations/payment/port';
import { simulatedPayment } from '@/lib/integrations/payment/simulator';
import { populationVerbs } from '@/lib/integrations/population/port';
import { simulatedPopulation } from '@/lib/integrations/population/simulator';
import { simulatedSecret } from '@/lib/integrations/simulators/address';
import { type Issuer, startIssuer } from '@/lib/integrations/simulators/identity';
import type { IssuerName } from '@/lib/integrations/simulators/identity-page';
import { MessageTray } from '@/lib/integrations/simulators/message-tray';
import { policyOf, sendAsset } from '@/lib/integrations/simulators/page';
import { type Endpoint, endpointOf, sendJson } from '@/lib/integrations/simulators/partner-endpoint';
import { servePaymentDesk } from '@/lib/integrations/simulators/payment-desk';
import { serveSwitchboard } from '@/lib/integrations/simulators/switchboard-desk';
import { Weather } from '@/lib/integrations/simulators/weather';
import { smsVerbs } from '@/lib/integrations/sms/port';
import { simulatedSms } from '@/lib/integrations/sms/simulator';
import type { Simulated } from '@/lib/integrations/switchboard/port';
import { vssVerbs } from '@/lib/integrations/vss/port';
import { simulatedVss } from '@/lib/integrations/vss/simulator';
import { now } from '@/lib/kernel/clock';

export interface SimulatorOptions {
  port: number;
  publicUrl?: string;
  /** How long a slow partner takes. */
  slowMs?: number;
}

const loopback = ['localhost', '127.0.0.1'];

/** The portal's address, and the same under the other name of this machine. */
function portalsOf(publicUrl: string): string[] {
  const { origin, hostname } = new URL(publicUrl);
  if (!loopback.includes(hostname)) return [origin];
  return [
    origin,
    ...loopback.filter((name) => name !== hostname).map((name) => origin.replace(hostname, name)),
  ];
}

type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export async function startSimulators(options: SimulatorOptions): Promise<{ close(): Promise<void> }> {
  const portals = portalsOf(options.publicUrl ?? env().PUBLIC_URL);
  const weather = new Weather(options.slowMs);
  const routes = routesOf({ portals, weather, ...options });
  const policy = policyOf(portals);
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'same-origin');
    const area = new URL(request.url ?? '/', 'http://simulators').pathname.split('/')[1] ?? '';
    const route = routes.get(area);
    if (route === undefined) return sendJson(response, 404, { code: 'not_found' });
    await route(request, response);
  };
  const hosts = loopback.includes(new URL(portals[0] ?? '').hostname) ? ['127.0.0.1', '::1'] : ['::'];
  const servers = await Promise.all(hosts.map((host) => listen(answer, { host, port: options.port })));
  return {
    async close() {
      await Promise.all(servers.map((server) => server && closed(server)));
    },
  };
}

function routesOf(world: SimulatorOptions & { portals: string[]; weather: Weather }): Map<string, Route> {
  const { portals, weather, port } = world;
  const tray = new MessageTray(now);
  const { protocol, hostname } = new URL(portals[0] ?? '');
  const origin = `${protocol}//${hostname}:${port}`;
  const payment = simulatedPayment({ payUrl: (billId) => `${origin}/payment/${billId}`, now });
  const desk = { payment, secret: simulatedSecret('payment'), portals };
  const partners = partnersOf({ weather, tray, payment: payment.port });
  const issuers = { vneid: issuerOf('vneid', origin, portals), staff: issuerOf('staff', origin, portals) };
  return new Map<string, Route>([
    ['vneid', (request, response) => signIn(issuers.vneid, 'vneid', { weather, request, response })],
    ['staff', (request, response) => signIn(issuers.staff, 'staff_sign_on', { weather, request, response })],
    ['payment', (request, response) => servePaymentDesk(desk, request, response)],
    ['switchboard', (request, response) => serveSwitchboard({ weather, tray }, request, response)],
    ['partners', (request, response) => callPartner(partners, request, response)],
    ['favicon.ico', async (_request, response) => void response.writeHead(204).end()],
    ['health', async (_request, response) => sendJson(response, 200, { status: 'ok' })],
    [
      'assets',
      async (request, response) => {
        if (!sendAsset(request.url ?? '', response)) sendJson(response, 404, { code: 'not_found' });
      },
    ],
  ]);
}

function issuerOf(name: IssuerName, origin: string, portals: string[]): Issuer {
  const settings = env();
  const who = name === 'vneid' ? 'CITIZEN' : 'STAFF';
  return startIssuer({
    name,
    issuer: `${origin}/${name}`,
    clientId: settings[`OIDC_${who}_CLIENT_ID`],
    clientSecret: settings[`OIDC_${who}_CLIENT_SECRET`],
    portals,
    cookieSecret: simulatedSecret(name),
  });
}

async function signIn(
  issuer: Issuer,
  partner: 'vneid' | 'staff_sign_on',
  world: { weather: Weather; request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const { weather, request, response } = world;
  const mood = await weather.feel(partner);
  if (mood === 'down') return sendJson(response, 503, { code: 'unavailable' });
  if (mood === 'malformed') return sendJson(response, 200, { ket_qua: 'không đúng định dạng' });
  await issuer.handle(request, response, mood === 'rejects');
}

type World = { weather: Weather; tray: MessageTray; payment: Payment };

function partnersOf({ weather, tray, payment }: World): Map<string, Endpoint> {
  const at = <V extends Verbs>(partner: Simulated, verbs: V, port: Port<V>) =>
    [partner, endpointOf({ partner, verbs, port, weather, secret: simulatedSecret(partner) })] as const;
  return new Map([
    at('population', populationVerbs, simulatedPopulation()),
    at('business_registry', businessRegistryVerbs, simulatedBusinessRegistry()),
    at('payment', paymentVerbs, payment),
    at('national_portal', nationalPortalWire, simulatedNationalPortal({ now })),
    at('vss', vssVerbs, simulatedVss({ now })),
    at('mail', mailVerbs, simulatedMail(tray)),
    at('sms', smsVerbs, simulatedSms(tray)),
  ]);
}

async function callPartner(
  partners: Map<string, Endpoint>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const [, , partner = '', verb = ''] = new URL(request.url ?? '/', 'http://partners').pathname.split('/');
  const endpoint = partners.get(partner);
  if (endpoint === undefined) return sendJson(response, 404, { code: 'unknown_partner' });
  await endpoint(verb, request, response);
}

/** Null where this machine has no such address; a machine without IPv6 is served over IPv4 alone. */
function listen(answer: Route, at: { host: string; port: number }): Promise<Server | null> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
      if (response.headersSent) response.end();
      else sendJson(response, 500, { code: 'unexpected' });
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (at.host === '::1' && error.code !== 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen({ ...at, ipv6Only: at.host === '::1' }, () => resolve(server));
  });
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
