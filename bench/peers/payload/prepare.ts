import { getPayload } from 'payload';
import config from './payload.config';

// Outside production Payload makes its tables as it starts.
const payload = await getPayload({ config });
const apiKey = process.env.PEER_KEY;
await payload.create({
  collection: 'users',
  data: { email: 'bench@example.test', password: apiKey, enableAPIKey: true, apiKey },
});
process.exit(0);
