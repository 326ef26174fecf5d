import 'server-only';
import { type Connection, httpPort } from '@/lib/integrations/exchange';
import { type Vss, vssVerbs } from '@/lib/integrations/vss/port';

export const vssOverHttp = (connection: Connection): Vss => httpPort(vssVerbs, connection);
