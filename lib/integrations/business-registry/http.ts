import 'server-only';
import { type BusinessRegistry, businessRegistryVerbs } from '@/lib/integrations/business-registry/port';
import { type Connection, httpPort } from '@/lib/integrations/exchange';

export const businessRegistryOverHttp = (connection: Connection): BusinessRegistry =>
  httpPort(businessRegistryVerbs, connection);
