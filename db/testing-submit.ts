import { submitDossier } from '@/lib/dossiers/commands/submit';
import { actorNamed } from './testing-actors';

// A process of its own that hands one draft in, so that a test can end it at any moment.
const [account = '', code = ''] = process.argv.slice(2);
const actor = await actorNamed(account);
process.stdout.write('ready\n');
await submitDossier(actor, { code });
process.exit(0);
