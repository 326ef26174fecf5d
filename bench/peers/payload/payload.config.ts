import { postgresAdapter } from '@payloadcms/db-postgres';
import { buildConfig, type CollectionConfig } from 'payload';
import { fieldNames } from './fields';

/** Whoever calls is known by an API key; Payload's own rule for a collection is that any account may do anything. */
const users: CollectionConfig = { slug: 'users', auth: { useAPIKey: true }, fields: [] };

/** No drafts, no versions, no hooks, no field rules: the least work Payload does for a record. */
const dossiers: CollectionConfig = {
  slug: 'dossiers',
  admin: {
    useAsTitle: 'code',
    defaultColumns: ['code', 'subject', 'applicant', 'state', 'assignee', 'submitted', 'due', 'createdAt'],
  },
  fields: fieldNames.map((name) => ({ name, type: 'text' })),
};

export default buildConfig({
  secret: process.env.PAYLOAD_SECRET ?? '',
  admin: { user: 'users' },
  collections: [users, dossiers],
  db: postgresAdapter({ pool: { connectionString: process.env.DATABASE_URL } }),
  telemetry: false,
  typescript: { autoGenerate: false },
});
