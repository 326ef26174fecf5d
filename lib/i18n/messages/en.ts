import access from './en/access.json';
import applicant from './en/applicant.json';
import audit from './en/audit.json';
import calendar from './en/calendar.json';
import charts from './en/charts.json';
import clock from './en/clock.json';
import documents from './en/documents.json';
import errors from './en/errors.json';
import facilities from './en/facilities.json';
import feedback from './en/feedback.json';
import home from './en/home.json';
import index766 from './en/index766.json';
import indicators from './en/indicators.json';
import integrations from './en/integrations.json';
import officer from './en/officer.json';
import pages from './en/pages.json';
import papers from './en/papers.json';
import performance from './en/performance.json';
import problems from './en/problems.json';
import procedures from './en/procedures.json';
import registers from './en/registers.json';
import reporting from './en/reporting.json';
import shell from './en/shell.json';
import staff from './en/staff.json';
import states from './en/states.json';
import track from './en/track.json';
import ui from './en/ui.json';
import unexpected from './en/unexpected.json';
import verify from './en/verify.json';
import type vi from './vi';

export default {
  access,
  applicant,
  audit,
  calendar,
  charts,
  clock,
  documents,
  errors,
  facilities,
  feedback,
  home,
  index766,
  indicators,
  integrations,
  officer,
  pages,
  papers,
  performance,
  problems,
  procedures,
  registers,
  reporting,
  shell,
  staff,
  states,
  track,
  ui,
  unexpected,
  verify,
} satisfies typeof vi;
