import access from './vi/access.json';
import applicant from './vi/applicant.json';
import audit from './vi/audit.json';
import calendar from './vi/calendar.json';
import charts from './vi/charts.json';
import clock from './vi/clock.json';
import documents from './vi/documents.json';
import errors from './vi/errors.json';
import facilities from './vi/facilities.json';
import feedback from './vi/feedback.json';
import home from './vi/home.json';
import index766 from './vi/index766.json';
import indicators from './vi/indicators.json';
import integrations from './vi/integrations.json';
import officer from './vi/officer.json';
import pages from './vi/pages.json';
import papers from './vi/papers.json';
import performance from './vi/performance.json';
import problems from './vi/problems.json';
import procedures from './vi/procedures.json';
import registers from './vi/registers.json';
import reporting from './vi/reporting.json';
import shell from './vi/shell.json';
import staff from './vi/staff.json';
import states from './vi/states.json';
import track from './vi/track.json';
import ui from './vi/ui.json';
import unexpected from './vi/unexpected.json';
import verify from './vi/verify.json';

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
};
