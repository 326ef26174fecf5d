import type { Locale } from '@/lib/i18n/locale';
import type access from './lib/i18n/messages/vi/access.json';
import type applicant from './lib/i18n/messages/vi/applicant.json';
import type audit from './lib/i18n/messages/vi/audit.json';
import type calendar from './lib/i18n/messages/vi/calendar.json';
import type charts from './lib/i18n/messages/vi/charts.json';
import type clock from './lib/i18n/messages/vi/clock.json';
import type documents from './lib/i18n/messages/vi/documents.json';
import type errors from './lib/i18n/messages/vi/errors.json';
import type facilities from './lib/i18n/messages/vi/facilities.json';
import type feedback from './lib/i18n/messages/vi/feedback.json';
import type home from './lib/i18n/messages/vi/home.json';
import type index766 from './lib/i18n/messages/vi/index766.json';
import type indicators from './lib/i18n/messages/vi/indicators.json';
import type integrations from './lib/i18n/messages/vi/integrations.json';
import type officer from './lib/i18n/messages/vi/officer.json';
import type pages from './lib/i18n/messages/vi/pages.json';
import type papers from './lib/i18n/messages/vi/papers.json';
import type performance from './lib/i18n/messages/vi/performance.json';
import type problems from './lib/i18n/messages/vi/problems.json';
import type procedures from './lib/i18n/messages/vi/procedures.json';
import type registers from './lib/i18n/messages/vi/registers.json';
import type reporting from './lib/i18n/messages/vi/reporting.json';
import type shell from './lib/i18n/messages/vi/shell.json';
import type staff from './lib/i18n/messages/vi/staff.json';
import type states from './lib/i18n/messages/vi/states.json';
import type track from './lib/i18n/messages/vi/track.json';
import type ui from './lib/i18n/messages/vi/ui.json';
import type verify from './lib/i18n/messages/vi/verify.json';

/** One line per namespace: a missing or misspelt key does not compile. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: {
      access: typeof access;
      audit: typeof audit;
      calendar: typeof calendar;
      clock: typeof clock;
      applicant: typeof applicant;
      home: typeof home;
      integrations: typeof integrations;
      pages: typeof pages;
      track: typeof track;
      verify: typeof verify;
      errors: typeof errors;
      papers: typeof papers;
      problems: typeof problems;
      procedures: typeof procedures;
      shell: typeof shell;
      states: typeof states;
      documents: typeof documents;
      officer: typeof officer;
      performance: typeof performance;
      staff: typeof staff;
      charts: typeof charts;
      facilities: typeof facilities;
      feedback: typeof feedback;
      index766: typeof index766;
      indicators: typeof indicators;
      registers: typeof registers;
      reporting: typeof reporting;
      ui: typeof ui;
    };
  }
}
