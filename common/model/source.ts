import { z } from 'zod';

const pattern = z.string().refine(
  (text) => {
    try {
      return new RegExp(text, 'u') instanceof RegExp;
    } catch (error) {
      if (error instanceof SyntaxError) return false;
      throw error;
    }
  },
  { message: 'not a regular expression' }
);

const jsonOptions = {
  /** Names of the list in an envelope, such as `value` of Microsoft Graph: `{ "value": [...] }`; `_embedded.calls` in an inner one. */
  lists: z.array(z.string().min(1)).default([]),
};

const csvSchema = z.strictObject({
  type: z.literal('csv'),
  delimiter: z.string().length(1).default(','),
  /** Column names, lower case, all of which only a header line holds; none when files have no header line. */
  header_names: z.array(z.string().min(1)).default([]),
  /** A line below the header whose every column fits is skipped, such as CUCM's row of SQL types. */
  skip_columns: pattern.optional(),
});

const linesSchema = z.strictObject({
  type: z.literal('lines'),
  /** A line like this is the header of those behind it. */
  header: pattern.optional(),
  /** A line like this is no record, such as a comment. */
  skip: pattern.optional(),
});

const elementName = z.string().regex(/^[A-Za-z_][\w.-]*$/);
const xmlOptions = {
  /** Name of the element that is one record, or names where a source writes several kinds. */
  element: z.union([elementName, z.array(elementName).min(1)]),
};
const xmlSchema = z.strictObject({ type: z.literal('xml'), ...xmlOptions });

/** XML when the text begins with `<`, else the other format. */
const xmlOrSchema = z.strictObject({
  type: z.literal('xml_or'),
  ...xmlOptions,
  other: z.discriminatedUnion('type', [csvSchema, linesSchema]),
});

/** How a file of a source is cut into records. Parsing them is the pipelines' work alone. */
export const recordFormatSchema = z.discriminatedUnion('type', [
  csvSchema,
  z.strictObject({ type: z.literal('json'), ...jsonOptions }),
  linesSchema,
  xmlSchema,
  xmlOrSchema,
  /** Records of several lines with a blank line between them. */
  z.strictObject({ type: z.literal('blocks') }),
  /** JSON when the text begins with `{` or `[`, else the other format. */
  z.strictObject({
    type: z.literal('json_or'),
    ...jsonOptions,
    other: z.discriminatedUnion('type', [csvSchema, linesSchema, xmlSchema, xmlOrSchema]),
  }),
]);
export type RecordFormat = z.infer<typeof recordFormatSchema>;

/** One fact about a record's text; `weight` is how much it speaks for the source, from 1 to 100. */
const clueSchema = z.strictObject({
  /** Found in the first records of a file, or in its header line; `^` and `$` stand for line ends. */
  matches: pattern,
  weight: z.number().int().min(1).max(100),
});

/** One file of `server/content/sources`: a kind of phone system whose records can be read. */
export const sourceSchema = z.strictObject({
  /** As people know the product. */
  title: z.string().min(3),
  vendor: z.string().min(2),
  /** False when no public record of the format could be checked; then `unverified` says what is only believed. */
  verified: z.boolean(),
  unverified: z.string().min(20).optional(),
  format: recordFormatSchema,
  /** Times without a zone are read in the site's zone. */
  local_times: z.boolean().default(false),
  /** None for the source that only a person chooses. */
  recognise: z.array(clueSchema),
  /** How to send the records: Markdown, shown on the Sources page. */
  setup: z.string().min(80),
  /** Pages of the vendor or sources of the format. */
  references: z.array(z.string()).default([]),
});

/** A source and its id, which is `event.provider` of its records. */
export type Source = z.infer<typeof sourceSchema> & { readonly id: string };

/**
 * Checks what a file of `server/content/sources` holds.
 * @throws naming the source, when it is not as `sourceSchema` says: a fault of the plugin itself
 */
export const toSource = (id: string, value: unknown): Source => {
  const parsed = sourceSchema.safeParse(value);
  if (!parsed.success) throw new Error(`${id}.yml is no source: ${parsed.error.message}`);
  return { ...parsed.data, id };
};
