import type { Locale } from '@/lib/i18n/locale';
import type vi from './lib/i18n/messages/vi';

/** A missing or misspelt key does not compile. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof vi;
  }
}
