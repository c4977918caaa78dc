type Values = Readonly<Record<string, string | number | boolean | Date | null | undefined>>;

interface TranslateArguments {
  readonly defaultMessage: string;
  readonly values?: Values;
  readonly description?: string;
}

/** Kibana's `@kbn/i18n` without translations: the default message with `{name}` placeholders filled in. */
export const i18n = {
  translate: (_id: string, { defaultMessage, values = {} }: TranslateArguments): string =>
    defaultMessage.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      name in values ? String(values[name]) : placeholder
    ),
  getLocale: (): string => 'en',
};
