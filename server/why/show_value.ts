import { readText } from '../investigation/read_field';
import { maskAnswer } from '../privacy/mask_answer';
import type { ShowValue } from './rows';

export const inFull: ShowValue = (_field, value) => value;

const nested = (field: string, value: string): object =>
  field.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as object;

/** A value as it would be shown in a document of which the person may not see numbers and names. */
export const masked: ShowValue = (field, value) =>
  readText(maskAnswer(nested(field, value)), field) ?? '';
