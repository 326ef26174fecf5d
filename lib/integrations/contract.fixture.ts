import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import type { Connection, Exchange, Port, Verbs } from '@/lib/integrations/exchange';
import { endpointOf } from '@/lib/integrations/simulators/partner-endpoint';
import { under, Weather } from '@/lib/integrations/simulators/weather';
import type { Simulated } from '@/lib/integrations/switchboard/port';

export const wireSecret = 'a secret both ends share';

/** One partner behind the loopback wire and, beside it, the same simulator called directly. */
export interface Sides<P> {
  weather: Weather;
  exchanges: Exchange[];
  direct: P;
  overHttp: P;
  /** Same wire, other settings: a wrong secret, no patience. */
  connect(change: Partial<Connection>): P;
}

export function bothSides<V extends Verbs, P>(partner: {
  name: Simulated;
  verbs: V;
  simulator(): Port<V>;
  adapter(connection: Connection): P;
  direct(port: Port<V>): P;
}): Sides<P> {
  const weather = new Weather(30);
  const exchanges: Exchange[] = [];
  const { name, verbs } = partner;
  const port = partner.simulator();
  const endpoint = endpointOf({
    partner: name,
    verbs,
    port: partner.simulator(),
    weather,
    secret: wireSecret,
  });
  const server = createServer((request, response) => {
    endpoint((request.url ?? '').split('/').at(-1) ?? '', request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  const connection: Connection = {
    partner: name,
    url: '',
    secret: wireSecret,
    async record(exchange) {
      exchanges.push(exchange);
    },
  };
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    connection.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    weather,
    exchanges,
    direct: partner.direct(under(weather, { partner: name, verbs, port })),
    overHttp: partner.adapter(connection),
    connect: (change) => partner.adapter({ ...connection, ...change }),
  };
}
