import { MAX_RETENTION_DAYS, type RetentionSettings } from '../../common/api/retention';

export type RetentionField = keyof RetentionSettings;
export const RETENTION_FIELDS = ['records', 'calls', 'people'] as const;

/** What a person typed, by field. */
export type RetentionTexts = Readonly<Record<RetentionField, string>>;

export const toTexts = (settings: RetentionSettings): RetentionTexts => ({
  records: settings.records?.toString() ?? '',
  calls: settings.calls?.toString() ?? '',
  people: settings.people?.toString() ?? '',
});

/** Whether a text is empty, which keeps everything, or a whole number of days. */
export const isValidDays = (text: string): boolean =>
  text.trim() === '' ||
  (/^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= MAX_RETENTION_DAYS);

/** @returns undefined while a text is no number of days */
export const toSettings = (texts: RetentionTexts): RetentionSettings | undefined => {
  if (!RETENTION_FIELDS.every((field) => isValidDays(texts[field]))) return undefined;
  return Object.fromEntries(
    RETENTION_FIELDS.filter((field) => texts[field].trim() !== '').map((field) => [
      field,
      Number(texts[field]),
    ])
  );
};
