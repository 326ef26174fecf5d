import type { Route } from '@/lib/session/route';
import * as changes from '../v1/changes/route';
import * as clock from '../v1/clock/route';
import * as document from '../v1/documents/[id]/route';
import * as documents from '../v1/documents/route';
import * as dossier from '../v1/dossiers/[code]/route';
import * as submission from '../v1/dossiers/[code]/submission/route';
import * as dossiers from '../v1/dossiers/route';
import * as facility from '../v1/facilities/[id]/route';
import * as facilities from '../v1/facilities/route';
import * as index766 from '../v1/index766/route';
import * as indicator from '../v1/indicators/[id]/route';
import * as indicators from '../v1/indicators/route';
import * as paper from '../v1/papers/[id]/route';
import * as procedure from '../v1/procedures/[slug]/route';
import * as procedures from '../v1/procedures/route';
import * as reportValues from '../v1/reports/[facility]/[period]/values/route';
import * as reports from '../v1/reports/route';
import * as capability from '../v1/verify/[capability]/route';
import * as verify from '../v1/verify/route';

/** Every call of the interface, in the order a reader meets them; a test holds the list to the files. */
export const routes: readonly Route[] = [
  procedures.GET,
  procedure.GET,
  clock.GET,
  documents.POST,
  document.GET,
  dossiers.POST,
  dossiers.GET,
  dossier.GET,
  submission.POST,
  changes.GET,
  paper.GET,
  indicators.GET,
  indicator.GET,
  capability.GET,
  verify.POST,
  index766.GET,
  facilities.GET,
  facility.GET,
  reports.GET,
  reportValues.POST,
];
