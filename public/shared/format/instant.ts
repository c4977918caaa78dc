import moment from 'moment-timezone';

/** What `dateFormat:tz` holds when the browser's own zone is wanted. */
const BROWSER = 'Browser';

/** The zone to show times in. @param setting Kibana's `dateFormat:tz`: an IANA name or `Browser` */
export const zoneOf = (setting: string | undefined): string => {
  if (setting && setting !== BROWSER && moment.tz.zone(setting)) return setting;
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
};

/** How an instant is written: the finer, the longer. */
export const INSTANT_FORMATS = {
  time: 'HH:mm',
  timeWithSeconds: 'HH:mm:ss',
  day: 'D MMM',
  dayAndTime: 'D MMM, HH:mm',
  full: 'D MMM YYYY, HH:mm:ss z (Z)',
} as const;

/** An instant in a zone, in one of the app's formats. */
export const formatInstant = (
  instant: string | number,
  zone: string,
  format: keyof typeof INSTANT_FORMATS
): string => moment.tz(instant, zone).format(INSTANT_FORMATS[format]);

/** The shortest text that is clear: only the time when it is today. */
export const formatWhen = (instant: string | number, zone: string, nowMs: number): string => {
  const isToday = moment.tz(instant, zone).isSame(moment.tz(nowMs, zone), 'day');
  return formatInstant(instant, zone, isToday ? 'time' : 'dayAndTime');
};
