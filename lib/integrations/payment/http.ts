import 'server-only';
import { type Connection, httpPort } from '@/lib/integrations/exchange';
import { type Payment, paymentVerbs } from '@/lib/integrations/payment/port';

export const paymentOverHttp = (connection: Connection): Payment => httpPort(paymentVerbs, connection);
