import 'server-only';
import { type Connection, httpPort } from '@/lib/integrations/exchange';
import { type Population, populationVerbs } from '@/lib/integrations/population/port';

export const populationOverHttp = (connection: Connection): Population =>
  httpPort(populationVerbs, connection);
